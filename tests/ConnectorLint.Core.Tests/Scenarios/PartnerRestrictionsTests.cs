using ConnectorLint.Engine;
using ConnectorLint.Scenarios;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

/// <summary>Why a partner needs a connector, in words, and where in the text that stands.</summary>
public class PartnerRestrictionsTests
{
    [Theory]
    [InlineData(", inbound: {requireTls: true}", "The topology wants TLS for mail from Bank, and only a connector refuses mail without it.", "inbound")]
    [InlineData(", inbound: {certificateName: bank.example}", "The topology wants the certificate bank.example for mail from Bank, and only a connector refuses mail without it.", "inbound")]
    [InlineData(", inbound: {requireTls: true, ips: [192.0.2.1]}", "The topology wants TLS and the partner's addresses for mail from Bank, and only a connector refuses mail without it.", "inbound")]
    [InlineData("", "Mail from Bank comes in without a connector, by TLS where the partner uses it; a connector is for restrictions.", "Bank")]
    public void What_is_wanted_of_mail_from_it(string settings, string reason, string place) => Says("inbound", settings, reason, place);

    [Theory]
    [InlineData(", outbound: {requireTls: true}", "The topology wants TLS for mail to Bank, and without a connector it goes by MX with TLS only where the other side offers it.", "outbound")]
    [InlineData(", outbound: {requireTls: true, certificateDomain: bank.example}", "The topology wants TLS to a server with the certificate bank.example for mail to Bank, and without a connector it goes by MX with TLS only where the other side offers it.", "outbound")]
    [InlineData("", "Mail to Bank goes out without a connector, by TLS where the partner offers it; a connector is for restrictions.", "Bank")]
    public void What_is_wanted_of_mail_to_it(string settings, string reason, string place) => Says("outbound", settings, reason, place);

    private static void Says(string direction, string settings, string reason, string place)
    {
        var need = new Linter().LintText("tenant.yaml", $"connectorlint: 1\ntopology: {{partners: [{{name: Bank, domains: [bank.example]{settings}}}]}}").Context.Needs.Single(n => n.Id.EndsWith("/" + direction, StringComparison.Ordinal) && n.Kind == NeedKind.Partner);

        Assert.Equal((reason, place), (need.Reason, need.Span.Text));
    }
}
