namespace ConnectorLint.LanguageServices.Tests;

/// <summary>A text with a cursor: <c>$0</c> marks where it stands.</summary>
internal static class Cursor
{
    public static readonly DateTime AsOf = new(2026, 11, 24);

    private const string Mark = "$0";

    /// <summary>The text without its mark, as a tenant of one file, and the offset of the mark.</summary>
    public static (EditorTenant Tenant, EditorFile File, int Offset) At(string text, string path = "tenant.yaml")
    {
        var offset = text.IndexOf(Mark, StringComparison.Ordinal);
        var file = EditorFile.Parse(path, offset < 0 ? text : text.Remove(offset, Mark.Length));
        return (EditorTenant.Single(file, new EditorSettings(AsOf)), file, Math.Max(0, offset));
    }

    public static EditorTenant Tenant(params (string Path, string Text)[] files) =>
        EditorTenant.Judge("contoso", [.. files.Select(file => EditorFile.Parse(file.Path, file.Text))], new EditorSettings(AsOf));
}
