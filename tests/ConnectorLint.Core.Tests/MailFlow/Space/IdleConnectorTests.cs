using System.Text.RegularExpressions;
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

    [Fact]
    public void All_inbound_connectors_of_which_it_is_said_can_go_together_whichever_of_several_is_taken()
    {
        var linter = new Linter(new RuleSelection(["CL1006"]));
        var said = 0;
        for (var seed = 0; seed < Tenants; seed++)
        {
            var text = PlainerInbound(new RandomTenants(seed).Text());
            var findings = linter.LintText("tenant.yaml", text).Findings.Where(finding => finding.Owner.StartsWith("inbound:", StringComparison.Ordinal) && finding.Message.Contains("changes nothing", StringComparison.Ordinal)).ToArray();
            if (findings.Length == 0)
                continue;
            said += findings.Length;
            var without = findings.OrderByDescending(finding => finding.Span.Start).Aggregate(text, (left, finding) => Without(left, finding.Span.Start, finding.Span.Length));
            // The model takes the first of equals: each of them is the first in one of the two orders.
            foreach (var (before, after) in ((string, string)[])[(text, without), (Reversed(text), Reversed(without))])
            {
                var diff = MailDiff.Of(RandomTenants.Read(before), RandomTenants.Read(after), TestContext.Current.CancellationToken);
                Assert.True(diff.IsEquivalent, $"seed {seed}: {string.Join("\n", findings.Select(finding => finding.Message))}\n{string.Join("\n", diff.Changes.Select(change => ClassWords.Line(diff, change)))}\n{before}\n---\n{after}");
            }
        }

        Assert.True(said > 100, $"only {said} findings were proved");
    }

    // Partners that demand more of the same.
    private static string PlainerInbound(string text)
    {
        text = Regex.Replace(text, ", (associatedAcceptedDomains: \\[[^\\]]*\\]|treatMessagesAsInternal: true|efSkipLastIP: true|cloudServicesMailEnabled: true|restrictDomainsToCertificate: true|tlsSenderCertificateName: \"\\*[^\"]*\")", "", RegexOptions.None, TimeSpan.FromSeconds(5));
        return text.Replace("requireTls: false", "requireTls: true", StringComparison.Ordinal).Replace("In 0, connectorType: OnPremises", "In 0, connectorType: Partner", StringComparison.Ordinal).Replace("In 1, connectorType: OnPremises", "In 1, connectorType: Partner", StringComparison.Ordinal);
    }

    private static string Reversed(string text)
    {
        var start = text.IndexOf("inboundConnectors:\n", StringComparison.Ordinal) + "inboundConnectors:\n".Length;
        var end = text.IndexOf("outboundConnectors:\n", StringComparison.Ordinal);
        return text[..start] + string.Concat(text[start..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(line => line + "\n")) + text[end..];
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
