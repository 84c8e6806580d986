using ConnectorLint.Engine;
using ConnectorLint.Model;
using Xunit;

namespace ConnectorLint.Tests.Model;

public class SendConnectorTests
{
    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com")]
    [InlineData("\"Mail.Contoso.com\"", "mail.contoso.com")]
    [InlineData("\"*.contoso.com\"", "*.contoso.com")]
    [InlineData("\"<I>CN=DigiCert CA, O=DigiCert<S>CN=mail.contoso.com, O=Contoso, C=US\"", "mail.contoso.com")]
    [InlineData("\"<i>CN=DigiCert CA<s>cn=mail.contoso.com\"", "mail.contoso.com")]
    [InlineData("\"<I>CN=DigiCert CA<S>O=Contoso, CN= *.contoso.com , C=US\"", "*.contoso.com")]
    [InlineData("\"<S>CN=mail.contoso.com\"", "mail.contoso.com")]
    [InlineData("\"<I>CN=mail.contoso.com<S>O=Contoso\"", null)]
    [InlineData("\"<I>CN=DigiCert CA<S>CN=\"", null)]
    [InlineData("\"<I>CN=DigiCert CA<S>CN=Contoso Mail, C=US\"", null)]
    [InlineData("\"CN=mail.contoso.com\"", null)]
    [InlineData("\"mail.contoso.com, mail2.contoso.com\"", null)]
    [InlineData("\"mail.contoso.com,mail2.contoso.com\"", null)]
    [InlineData("\"<mail.contoso.com\"", null)]
    [InlineData("\"mail.contoso.com>\"", null)]
    [InlineData("\"mail contoso\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("[a, b]", null)]
    public void The_name_on_its_certificate(string text, string? name) => Assert.Equal(name, Of($"tlsCertificateName: {text}").CertificateName?.ToString());

    [Theory]
    [InlineData("smartHosts: [contoso-com.mail.protection.outlook.com]", true)]
    [InlineData("smartHosts: [mail.contoso.com, Contoso-com.mail.protection.outlook.com]", true)]
    [InlineData("smartHosts: [mail.contoso.com]", false)]
    [InlineData("smartHosts: [\"contoso-com.mail.protection.outlook.com:25\"]", false)]
    [InlineData("smartHosts: {a: b}", false)]
    [InlineData("addressSpaces: [contoso.mail.onmicrosoft.com]", true)]
    [InlineData("addressSpaces: [\"SMTP:contoso.mail.onmicrosoft.com;1\"]", true)]
    [InlineData("addressSpaces: [\"*.contoso.onmicrosoft.us\"]", true)]
    [InlineData("addressSpaces: [\"*\", contoso.partner.onmschina.cn]", true)]
    [InlineData("addressSpaces: [\"*\", contoso.com]", false)]
    [InlineData("addressSpaces: [\"contoso..onmicrosoft.com\"]", false)]
    [InlineData("addressSpaces: {a: b}", false)]
    [InlineData("smartHosts: [mail.contoso.com], addressSpaces: [contoso.mail.onmicrosoft.com]", true)]
    [InlineData("cloudServicesMailEnabled: true", false)]
    public void Whether_it_leads_to_Microsoft_365(string settings, bool leads) => Assert.Equal(leads, Of(settings).LeadsToMicrosoft365);

    [Fact]
    public void It_has_a_name_and_a_place()
    {
        var connector = Of("cloudServicesMailEnabled: true");

        Assert.Equal("To cloud", connector.Name);
        Assert.Equal("To cloud", connector.NameSpan.Text);
        Assert.True(connector.CloudServicesMailEnabled.Is(true));
    }

    [Fact]
    public void One_without_a_name_is_left_out() => Assert.Empty(All("{smartHosts: [contoso-com.mail.protection.outlook.com]}"));

    private static SendConnector Of(string settings) => All($"{{name: To cloud, {settings}}}")[0];

    private static EntityList<SendConnector> All(string connector) =>
        new Linter().LintText("a.yaml", $"connectorlint: 1\ntopology: {{onPremises: {{sendConnectors: [{connector}]}}}}").Tenant.Topology!.OnPremises.SendConnectors;
}
