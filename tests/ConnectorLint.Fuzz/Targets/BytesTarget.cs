using ConnectorLint.Workspace;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>Bytes of any encoding to a text and back.</summary>
internal static class BytesTarget
{
    public static void Run(byte[] bytes)
    {
        var content = FileReader.Decode(bytes);
        Sound.Require(content.Status == FileStatus.Text || content.Message is { Length: > 0 }, "it does not say why there is no text");
        if (content is { Status: FileStatus.Text, Text: { } text })
            Sound.Require(FileReader.Encode(text, content.Encoding).AsSpan().SequenceEqual(bytes), "written back, the file is another one");
        FileReader.Decode(bytes, FileMarkers.Deployments);
    }
}
