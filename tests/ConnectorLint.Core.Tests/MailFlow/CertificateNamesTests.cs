using ConnectorLint.Engine;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using Xunit;

namespace ConnectorLint.Tests.MailFlow;

/// <summary>The table of matching.md 1.2.</summary>
public class CertificateNamesTests
{
    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com", true)]
    [InlineData("mail.contoso.com", "MAIL.contoso.com", true)]
    [InlineData("mail.contoso.com", "contoso.com", false)]
    [InlineData("contoso.com", "mail.contoso.com", false)]
    [InlineData("*.contoso.com", "mail.contoso.com", true)]
    [InlineData("*.contoso.com", "a.b.contoso.com", true)]
    [InlineData("*.contoso.com", "contoso.com", true)]
    [InlineData("*.contoso.com", "notcontoso.com", false)]
    [InlineData("*.contoso.com", "*.contoso.com", true)]
    [InlineData("*.contoso.com", "*.eu.contoso.com", true)]
    [InlineData("*.eu.contoso.com", "*.contoso.com", false)]
    [InlineData("mail.contoso.com", "*.contoso.com", true)]
    [InlineData("a.b.contoso.com", "*.contoso.com", false)]
    [InlineData("contoso.com", "*.contoso.com", false)]
    public void A_connectors_name_takes_a_certificates_name(string wanted, string presented, bool takes) =>
        Assert.Equal(takes, CertificateNames.Match(Name(wanted), Name(presented)));

    [Theory]
    [InlineData("contoso.com", "[{name: contoso.com}]", CertificateStanding.Accepted)]
    [InlineData("*.contoso.com", "[{name: Contoso.com}]", CertificateStanding.Accepted)]
    [InlineData("mail.contoso.com", "[{name: contoso.com}]", CertificateStanding.Uncertain)]
    [InlineData("a.b.contoso.com", "[{name: contoso.com, matchSubDomains: false}]", CertificateStanding.Uncertain)]
    [InlineData("a.b.contoso.com", "[{name: contoso.com, type: InternalRelay, matchSubDomains: true}]", CertificateStanding.Accepted)]
    [InlineData("*.eu.contoso.com", "[{name: contoso.com, type: InternalRelay, matchSubDomains: true}]", CertificateStanding.Accepted)]
    [InlineData("notcontoso.com", "[{name: contoso.com, type: InternalRelay, matchSubDomains: true}]", CertificateStanding.NotAccepted)]
    [InlineData("contoso.com", "[{name: mail.contoso.com}]", CertificateStanding.NotAccepted)]
    [InlineData("contoso.com", "[]", CertificateStanding.NotAccepted)]
    [InlineData("contoso.com", "[text]", CertificateStanding.Unknown)]
    public void Whether_its_domain_is_accepted(string name, string domains, CertificateStanding standing) => Assert.Equal(standing, Flow($"acceptedDomains: {domains}").StandingOf(Name(name)));

    [Fact]
    public void That_is_not_known_where_accepted_domains_are_not_declared() => Assert.Equal(CertificateStanding.Unknown, Flow("mailboxes: both").StandingOf(Name("contoso.com")));

    private static FlowIndex Flow(string topology) => new Linter().LintText("a.yaml", "connectorlint: 1\ntopology: {" + topology + "}").Context.Flow;

    private static DomainPattern Name(string text) => text.StartsWith("*.", StringComparison.Ordinal) ? DomainPattern.WithSubdomains(text[2..]) : DomainPattern.Exact(text);
}
