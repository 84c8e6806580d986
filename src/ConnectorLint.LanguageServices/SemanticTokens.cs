using ConnectorLint.LanguageServices.Names;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices;

/// <summary>What a token is: the index in the legend that the host declares.</summary>
public enum SemanticTokenKind : byte
{
    /// <summary>A connector ("class").</summary>
    Connector,

    /// <summary>A domain ("namespace").</summary>
    Domain,

    /// <summary>A partner, service or device ("variable").</summary>
    Entity,

    /// <summary>A transport rule ("function").</summary>
    TransportRule,

    /// <summary>What a suppression comment does ("keyword").</summary>
    Keyword,

    /// <summary>A rule of the linter ("decorator").</summary>
    Rule,
}

/// <summary>A token that names something.</summary>
/// <param name="Start">Its place.</param>
/// <param name="Length">Its length in UTF-16 code units; it does not leave its line.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsDeclaration">Whether it is declared there.</param>
public readonly record struct SemanticToken(EditorPosition Start, int Length, SemanticTokenKind Kind, bool IsDeclaration);

/// <summary>The names in a file, for colours of their own.</summary>
public static class SemanticTokens
{
    /// <summary>The tokens in the order of the text; none touches another.</summary>
    public static IReadOnlyList<SemanticToken> Of(EditorTenant tenant, EditorFile file, CancellationToken cancellation = default)
    {
        var found = new List<(int Start, int End, SemanticTokenKind Kind, bool IsDeclaration)>();
        foreach (var name in NameIndex.Of(tenant, cancellation).All)
        {
            if (name.File.Path == file.Path && name.Scalar is not null)
                found.Add((name.Start, name.End, KindOf(name.Kind), name.IsDefinition));
        }

        found.AddRange(RuleWord.All(file).Select(word => (word.Start, word.End, SemanticTokenKind.Rule, false)));
        foreach (var directive in file.Read.Comments.Select(SuppressionDirective.Parse).Where(directive => directive.Verb != SuppressionVerb.Unknown))
            found.Add((directive.VerbSpan.Start - RuleWord.Marker.Length, directive.VerbSpan.End, SemanticTokenKind.Keyword, false));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));

        var tokens = new List<SemanticToken>();
        var at = 0;
        foreach (var (start, end, kind, isDeclaration) in found)
        {
            // Editors want them on one line and apart.
            if (start < at || end <= start || file.Text.AsSpan(start, end - start).ContainsAny('\r', '\n'))
                continue;
            tokens.Add(new SemanticToken(file.PositionAt(start), end - start, kind, isDeclaration));
            at = end;
        }

        return tokens;
    }

    private static SemanticTokenKind KindOf(NameKind kind) => kind switch
    {
        NameKind.InboundConnector or NameKind.OutboundConnector => SemanticTokenKind.Connector,
        NameKind.Domain => SemanticTokenKind.Domain,
        NameKind.TransportRule => SemanticTokenKind.TransportRule,
        _ => SemanticTokenKind.Entity,
    };
}
