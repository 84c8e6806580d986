using ConnectorLint.Model;
using ConnectorLint.Tests.MailFlow;
using Xunit;

namespace ConnectorLint.Tests.Model;

/// <summary>The hosts of rules.md section 0.</summary>
public class ServiceHostsTests
{
    [Theory]
    [InlineData("contoso-com.mail.protection.outlook.com", true)]
    [InlineData("Contoso-com.Mail.Protection.Outlook.com", true)]
    [InlineData("contoso-com.mail.protection.office365.us", true)]
    [InlineData("contoso-com.mail.protection.partner.outlook.cn", true)]
    [InlineData("contoso-com.a-v1.mx.microsoft", true)]
    [InlineData("mail.protection.outlook.com", false)]
    [InlineData("mx.microsoft", false)]
    [InlineData("contoso.notmx.microsoft", false)]
    [InlineData("outlook.com", false)]
    [InlineData("mail.contoso.com", false)]
    [InlineData("smtp.office365.com", false)]
    public void Hosts_of_MX_records(string host, bool isMx) => Assert.Equal(isMx, ServiceHosts.IsMx(host));

    [Theory]
    [InlineData("smtp.office365.com", true)]
    [InlineData("SMTP.office365.com", true)]
    [InlineData("smtp.office365.us", true)]
    [InlineData("smtp.partner.outlook.cn", true)]
    [InlineData("a.smtp.office365.com", false)]
    [InlineData("office365.com", false)]
    [InlineData("contoso-com.mail.protection.outlook.com", false)]
    public void Hosts_for_submission(string host, bool isSubmission) => Assert.Equal(isSubmission, ServiceHosts.IsSubmission(host));

    [Theory]
    [InlineData("mail.protection.outlook.com", true)]
    [InlineData("protection.outlook.com", true)]
    [InlineData("*.protection.outlook.com", true)]
    [InlineData("*.outlook.com", true)]
    [InlineData("*.mail.protection.outlook.com", true)]
    [InlineData("outlook.com", false)]
    [InlineData("mail.outlook.com", false)]
    [InlineData("notprotection.outlook.com", false)]
    [InlineData("*.contoso.com", false)]
    public void Certificates_of_the_service(string name, bool isOwn) => Assert.Equal(
        isOwn, ServiceHosts.IsOwnCertificate(name.StartsWith("*.", StringComparison.Ordinal) ? DomainPattern.WithSubdomains(name[2..]) : DomainPattern.Exact(name)));

    [Theory]
    [InlineData("40.92.0.0", true)]
    [InlineData("40.93.255.255", true)]
    [InlineData("40.91.255.255", false)]
    [InlineData("40.94.0.0", false)]
    [InlineData("40.107.1.1", true)]
    [InlineData("52.100.0.0", true)]
    [InlineData("52.103.255.255", true)]
    [InlineData("52.104.0.0", false)]
    [InlineData("104.47.0.0", true)]
    [InlineData("104.47.127.255", true)]
    [InlineData("104.47.128.0", false)]
    [InlineData("104.0.0.0/8", true)]
    [InlineData("203.0.113.10", false)]
    public void Addresses_that_every_tenant_sends_from(string range, bool isService) => Assert.Equal(isService, ServiceHosts.IsServiceAddress(AddressIndexTests.Range(range)));
}
