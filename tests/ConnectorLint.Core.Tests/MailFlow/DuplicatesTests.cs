using ConnectorLint.Engine;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using Xunit;

namespace ConnectorLint.Tests.MailFlow;

public class DuplicatesTests
{
    private const string Text = """
        connectorlint: 1
        inboundConnectors:
          - {name: A1, senderDomains: [a.example]}
          - {name: B1, senderDomains: [b.example]}
          - {name: A2, senderDomains: [a.example, a.example]}
          - {name: C, senderDomains: [a.example, b.example]}
          - {name: B2, senderDomains: [b.example]}
          - {name: A3, senderDomains: [A.example]}
        outboundConnectors:
          - {name: A1, recipientDomains: [a.example]}
          - {name: D1, allAcceptedDomains: true}
          - {name: D2, allAcceptedDomains: true, useMXRecord: true}
        """;

    private readonly TenantModel _tenant;
    private readonly Duplicates _duplicates;

    public DuplicatesTests()
    {
        _tenant = new Linter().LintText("a.yaml", Text).Tenant;
        _duplicates = new Duplicates(_tenant);
    }

    [Fact]
    public void Groups_in_the_order_of_their_first_ones() => Assert.Equal(
        ["inbound:A1 inbound:A2 inbound:A3", "inbound:B1 inbound:B2", "outbound:D1 outbound:D2"],
        _duplicates.Groups.Select(group => string.Join(' ', group.Select(connector => connector.Owner))));

    [Theory]
    [InlineData("A1", "A1")]
    [InlineData("A3", "A1")]
    [InlineData("B2", "B1")]
    [InlineData("C", "C")]
    public void The_first_of_each(string name, string first) => Assert.Equal(first, _duplicates.FirstOf(Inbound(name)).Name);

    [Theory]
    [InlineData("A2", "A3", true)]
    [InlineData("A1", "A2", true)]
    [InlineData("A1", "B1", false)]
    [InlineData("A1", "C", false)]
    [InlineData("C", "C", true)]
    public void Whether_two_are_the_same(string one, string two, bool areSame) => Assert.Equal(areSame, _duplicates.AreSame(Inbound(one), Inbound(two)));

    [Fact]
    public void Directions_are_kept_apart() => Assert.False(_duplicates.AreSame(Inbound("A1"), _tenant.OutboundConnectors[0]));

    private InboundConnector Inbound(string name) => _tenant.InboundConnectors.First(connector => connector.Name == name);
}
