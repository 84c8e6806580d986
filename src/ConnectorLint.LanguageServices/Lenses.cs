using ConnectorLint.LanguageServices.Needs;

namespace ConnectorLint.LanguageServices;

/// <summary>A line of text beside a thing of the topology: what it needs.</summary>
/// <param name="Range">The thing's name.</param>
/// <param name="Text">"needs: inbound (met by 'From our servers')", "no connector needed".</param>
public sealed record Lens(EditorRange Range, string Text);

/// <summary>Says on each partner, device, domain and service, and on your own servers, which connectors it needs and whether they are there.</summary>
public static class Lenses
{
    /// <summary>The lenses of a file, for code lenses or inlay hints.</summary>
    public static IReadOnlyList<Lens> Of(EditorTenant tenant, EditorFile file) =>
    [
        .. Subject.All(tenant).Where(subject => subject.Span is { IsNone: false } span && span.File == file.Source)
            .Select(subject => (subject.Span, Lens: new Lens(file.RangeOf(subject.Span), NeedText.Line(subject.Needs))))
            .OrderBy(pair => pair.Span.Start).Select(pair => pair.Lens),
    ];
}
