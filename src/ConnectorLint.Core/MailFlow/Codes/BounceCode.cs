using System.Globalization;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Codes;

/// <summary>A code that mail comes back or waits with: one line of the table. Source: matching.md 4.</summary>
public sealed record BounceCode
{
    /// <summary>The enhanced status code, as <c>5.7.64</c>; a range as <c>4.7.500-699</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The reply code before it, as <c>550</c>.</summary>
    public required string Reply { get; init; }

    /// <summary>What the service writes after it.</summary>
    public required string Text { get; init; }

    /// <summary>What it means for connectors, one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>How sure it is that the service gives it for that: documented, or known from reports.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>The keys of the documents that say so.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it is about mail that comes to Microsoft 365 or leaves it; null where both get it.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Words by which a bounce is told from others of the same code, or without one.</summary>
    public IReadOnlyList<string> Signs { get; init; } = [];

    /// <summary>What to check that no file can show, full sentences.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary>Whether the code only says that mail waited too long, and another in the same bounce says why.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>Where the recipient must have been for the code to be given.</summary>
    public RecipientKind Recipient { get; init; }

    /// <summary>Whether the other side must have used TLS for the code to be given; null: either.</summary>
    public bool? Tls { get; init; }

    /// <summary>The codes by which the tracer gives it, "" for a refusal without a code; none where it rests on what no trace knows.</summary>
    public IReadOnlyList<string> TracedAs { get; init; } = [];

    /// <summary>Both codes: "550 5.7.64".</summary>
    public string Short => $"{Reply} {Code}";

    /// <summary>Both codes and the text: "550 5.7.64 TenantAttribution; Relay Access Denied".</summary>
    public string Line => $"{Reply} {Code} {Text}";

    /// <summary>What is to be said of a code that no page documents, in brackets with a blank before them; else empty.</summary>
    public string Caveat => Confidence == Confidence.Documented ? "" : " (the code is known from reports only)";

    /// <summary>Whether a bounce's code is this one, or lies in its range.</summary>
    public bool Matches(string code)
    {
        var dash = Code.IndexOf('-');
        if (dash < 0)
            return code == Code;
        var detail = Code.LastIndexOf('.') + 1;
        return code.StartsWith(Code.Substring(0, detail), StringComparison.Ordinal)
            && int.TryParse(code.Substring(detail), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= int.Parse(Code.Substring(detail, dash - detail), CultureInfo.InvariantCulture)
            && number <= int.Parse(Code.Substring(dash + 1), CultureInfo.InvariantCulture);
    }
}
