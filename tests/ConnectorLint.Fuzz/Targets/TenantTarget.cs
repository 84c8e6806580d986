using ConnectorLint.Engine;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>A file of any format to a tenant, judged by all rules.</summary>
internal static class TenantTarget
{
    public static readonly DateTime AsOf = new(2026, 11, 24);

    private static readonly Linter Linter = new(new RuleSelection([.. RuleList.All.Select(rule => rule.Info.Id)]), AsOf);

    public static void Run(string path, string text)
    {
        var result = Linter.LintText(path, text);
        var file = new SourceText(path, text);
        Sound.Findings(result.Findings, file);
        foreach (var connector in result.Tenant.InboundConnectors)
            Sound.Require(connector.Store.Span.End <= text.Length, "a connector lies outside of the text");
        foreach (var connector in result.Tenant.OutboundConnectors)
            Sound.Require(connector.Store.Span.End <= text.Length, "a connector lies outside of the text");
        Advisor.Advise(result.Tenant);
    }
}
