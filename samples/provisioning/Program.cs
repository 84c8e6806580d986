using System.Management.Automation;
using Provisioning;

if (args is not [var organization, var token])
{
    Console.Error.WriteLine("usage: Provisioning ORGANIZATION TOKEN");
    return 2;
}

using (var powerShell = PowerShell.Create())
{
    powerShell.AddCommand("Connect-ExchangeOnline").AddParameter("Organization", organization).AddParameter("AccessToken", token).Invoke();
    OwnServers.Connect(powerShell);
}

using var client = new HttpClient();
client.DefaultRequestHeaders.Authorization = new("Bearer", token);
await Partners.ConnectAsync(client, organization);
return 0;
