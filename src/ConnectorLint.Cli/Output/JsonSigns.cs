using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConnectorLint.Cli.Output;

/// <summary>JSON with the letters of all languages as they are, and all that would drive a terminal escaped.</summary>
internal static class JsonSigns
{
    // The encoder escapes control characters, but leaves those that turn the direction of what follows. In JSON they can stand within strings only.
    private static readonly SearchValues<char> Turning = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>How a document is written.</summary>
    public static JsonWriterOptions Options(bool isIndented) => new() { Indented = isIndented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what was written by these options.</summary>
    public static void Write(TextWriter output, ReadOnlySpan<char> json)
    {
        for (var next = json.IndexOfAny(Turning); next >= 0; next = json.IndexOfAny(Turning))
        {
            output.Write(json[..next]);
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)json[next]:X4}"));
            json = json[(next + 1)..];
        }

        output.Write(json);
    }
}
