#if NET
using System.Buffers;
#endif

namespace ConnectorLint.Syntax;

/// <summary>Finds the control characters that no YAML text may have.</summary>
internal static class ControlCharacters
{
#if NET
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000B\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>The offset of the first one; -1 when there is none.</summary>
    public static int IndexIn(string text) => text.AsSpan().IndexOfAny(Refused);
#else
    /// <summary>The offset of the first one; -1 when there is none.</summary>
    public static int IndexIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' && text[i] is not ('\t' or '\n' or '\r'))
                return i;
        }

        return -1;
    }
#endif
}
