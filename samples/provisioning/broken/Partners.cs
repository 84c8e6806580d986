using System.Net.Http.Json;

namespace Provisioning;

/// <summary>Mail to partners, by the REST API that Exchange Online's PowerShell module calls.</summary>
internal static class Partners
{
    public static async Task ConnectAsync(HttpClient client, string organization)
    {
        var body = new
        {
            CmdletInput = new
            {
                CmdletName = "New-OutboundConnector",
                Parameters = new
                {
                    Name = "To Woodgrove Bank",
                    ConnectorType = "Partner",
                    RecipientDomains = new[] { "@woodgrovebank.com" },
                    UseMXRecord = false,
                    SmartHosts = new[] { "mx.woodgrovebank.com:25" },
                    TlsSettings = "CertificateValidation",
                },
            },
        };

        using var response = await client.PostAsJsonAsync($"https://outlook.office365.com/adminapi/beta/{organization}/InvokeCommand", body);
        response.EnsureSuccessStatusCode();
    }
}
