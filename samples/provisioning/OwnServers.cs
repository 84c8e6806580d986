using System.Management.Automation;

namespace Provisioning;

/// <summary>Mail between Exchange Online and our own servers, by the PowerShell hosting API.</summary>
internal static class OwnServers
{
    private const string Certificate = "mail.proseware.com";

    public static void Connect(PowerShell powerShell)
    {
        powerShell.Commands.Clear();
        powerShell.AddCommand("New-InboundConnector")
            .AddParameter("Name", "From our servers")
            .AddParameter("ConnectorType", "OnPremises")
            .AddParameter("SenderDomains", new[] { "*" })
            .AddParameter("RequireTls", true)
            .AddParameter("TlsSenderCertificateName", Certificate)
            .Invoke();

        powerShell.Commands.Clear();
        powerShell.AddScript($"""
            New-OutboundConnector -Name 'To our servers' -ConnectorType OnPremises `
                -AllAcceptedDomains $true -UseMXRecord $false -SmartHosts {Certificate} `
                -TlsSettings DomainValidation -TlsDomain {Certificate}
            """).Invoke();
    }
}
