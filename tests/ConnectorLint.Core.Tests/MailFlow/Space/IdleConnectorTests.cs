using ConnectorLint.Engine;
using ConnectorLint.MailFlow.Space;
using Xunit;

namespace ConnectorLint.Tests.MailFlow.Space;

/// <summary>What CL1006 and CL3004 say of a connector holds for every message: without it, or without the pattern that they name, no class changes.</summary>
public class IdleConnectorTests
{
    private const int Tenants = 2500;

    [Theory]
    [InlineData("CL1006")]
    [InlineData("CL3004")]
    public void What_is_said_to_do_nothing_can_be_taken_away(string rule)
    {
        var linter = new Linter(new RuleSelection([rule]));
        var said = 0;
        for (var seed = 0; seed < Tenants; seed++)
        {
            var text = Plainer(new RandomTenants(seed).Text());
            var result = linter.LintText("tenant.yaml", text);
            foreach (var finding in result.Findings.Where(finding => finding.Rule.Id == rule && !finding.Message.Contains("restricts nothing", StringComparison.Ordinal)))
            {
                said++;
                var without = Without(text, finding.Span.Start, finding.Span.Length);
                var diff = MailDiff.Of(result.Tenant, RandomTenants.Read(without), TestContext.Current.CancellationToken);
                Assert.True(diff.IsEquivalent, $"seed {seed}: {finding.Message}\n{string.Join("\n", diff.Changes.Select(change => ClassWords.Line(diff, change)))}\n{text}\n---\n{without}");
            }
        }

        Assert.True(said > 5, $"only {said} findings were proved");
    }

    // Connectors that do more of the same.
    private static string Plainer(string text) => text.Replace(", routeAllMessagesViaOnPremises: true", "", StringComparison.Ordinal)
        .Replace("CertificateValidation", "EncryptionOnly", StringComparison.Ordinal).Replace("DomainValidation", "EncryptionOnly", StringComparison.Ordinal).Replace("useMXRecord: false", "useMXRecord: true", StringComparison.Ordinal);

    // The line of a name goes as a whole; of a list's entry, the entry.
    private static string Without(string text, int start, int length)
    {
        var lineStart = text.LastIndexOf('\n', start) + 1;
        var lineEnd = text.IndexOf('\n', start);
        var line = text[lineStart..lineEnd];
        var listStart = text.LastIndexOf('[', start);
        var isEntry = listStart > lineStart && text.IndexOf(']', start) < lineEnd && text.LastIndexOf(']', start) < listStart;
        if (!isEntry)
            return text.Remove(lineStart, line.Length + 1);
        var listEnd = text.IndexOf(']', start);
        var entries = text[(listStart + 1)..listEnd].Split(", ").ToList();
        entries.Remove(text.Substring(start, length));
        return text.Remove(listStart + 1, listEnd - listStart - 1).Insert(listStart + 1, string.Join(", ", entries));
    }
}
