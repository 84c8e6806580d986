using System.Text;
using System.Text.Json;

namespace ConnectorLint.Cli.Output;

/// <summary>Writes JSON as people read it: indented, letters of all languages as they are.</summary>
internal static class JsonOutput
{
    /// <summary>Writes one document and a line end.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> document)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonSigns.Options(isIndented: true)))
            document(json);
        JsonSigns.Write(output, Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        output.Write('\n');
    }
}
