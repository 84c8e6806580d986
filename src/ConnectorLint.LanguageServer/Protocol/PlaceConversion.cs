using ConnectorLint.LanguageServices;

namespace ConnectorLint.LanguageServer.Protocol;

/// <summary>Between the places of the protocol and those of the language services.</summary>
internal static class PlaceConversion
{
    public static EditorPosition ToEditor(this Position position) => new(position.Line, position.Character);

    public static EditorRange ToEditor(this Range range) => new(range.Start.ToEditor(), range.End.ToEditor());

    public static Position ToProtocol(this EditorPosition position) => new(position.Line, position.Character);

    public static Range ToProtocol(this EditorRange range) => new(range.Start.ToProtocol(), range.End.ToProtocol());
}
