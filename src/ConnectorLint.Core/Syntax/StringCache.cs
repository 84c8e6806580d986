namespace ConnectorLint.Syntax;

/// <summary>Gives equal short strings of one file as one object: keys and enum values come thousands of times.</summary>
/// <remarks>A tree that keeps one string instead of thousands costs the garbage collector less than the parser itself does.</remarks>
internal sealed class StringCache
{
    private const int Longest = 40;
    private const int Size = 512;

    private readonly string?[] _strings = new string?[Size];

    /// <summary>The string, or one equal to it that was here before.</summary>
    public string Share(string text)
    {
        if (text.Length is 0 or > Longest)
            return text;
        ref var slot = ref _strings[Slot(text, 0, text.Length)];
        if (slot is not null && slot.Length == text.Length && string.Equals(slot, text, StringComparison.Ordinal))
            return slot;
        return slot = text;
    }

    /// <summary>A part of a text as a string.</summary>
    public string Share(string text, int start, int length)
    {
        if (length is 0 or > Longest)
            return text.Substring(start, length);
        ref var slot = ref _strings[Slot(text, start, length)];
        if (slot is not null && slot.Length == length && string.CompareOrdinal(slot, 0, text, start, length) == 0)
            return slot;
        return slot = text.Substring(start, length);
    }

    // A few characters tell most keys apart; a clash only costs a string.
    private static int Slot(string text, int start, int length)
    {
        var hash = (length * 31) + text[start];
        hash = (hash * 31) + text[start + (length / 2)];
        hash = (hash * 31) + text[start + (length / 3)];
        hash = (hash * 31) + text[start + length - 1];
        return (hash ^ (hash >> 9)) & (Size - 1);
    }
}
