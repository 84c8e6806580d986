using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;
using ConnectorLint.Tests.MailFlow;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

public class ServiceHostIndexTests
{
    private const string Services = """
        topology:
          services:
            - {name: A, smartHosts: [mx.a.example, 192.0.2.0/28]}
            - {name: B, smartHosts: [mx.b.example, MX.a.example, "b..example", 0.0.0.300]}
            - {name: C, smartHosts: [192.0.2.7]}
            - {name: D}
            - {name: E, smartHosts: {a: b}}
        """;

    [Theory]
    [InlineData("mx.b.example", "B")]
    [InlineData("MX.b.example", "B")]
    [InlineData("mx.a.example", "A B")]
    [InlineData("a.example", "")]
    [InlineData("192.0.2.7", "A C")]
    [InlineData("192.0.2.1", "A")]
    [InlineData("192.0.2.0/24", "A C")]
    [InlineData("192.0.2.16", "")]
    [InlineData("0.0.0.0", "")]
    public void The_services_at_a_host(string host, string services)
    {
        var topology = new Linter().LintText("a.yaml", "connectorlint: 1\n" + Services).Tenant.Topology!;
        var asked = char.IsDigit(host[0]) ? new MailHost(host, AddressIndexTests.Range(host)) : new MailHost(host, null);

        Assert.Equal(services, string.Join(' ', new ServiceHostIndex(topology.Services).Of(asked).Select(service => service.Name).Order()));
    }
}
