using Xunit;
using Xunit.Sdk;

namespace ConnectorLint.Tests.Testing;

/// <summary>The harness itself: it must fail where the findings and the markers differ.</summary>
public class RuleTestTests
{
    [Fact]
    public void Markers_are_taken_off_and_their_places_kept()
    {
        var marked = MarkedText.Parse("a: {|CL0001:b|} {|CL0002,CL0003:c{|CL0004:d|}|} {|CL0005:|}|} {| x");
        Assert.Equal("a: b cd |} {| x", marked.Text);
        Assert.Equal(
            [new Marker("CL0001", 3, 1), new Marker("CL0004", 6, 1), new Marker("CL0002", 5, 2), new Marker("CL0003", 5, 2), new Marker("CL0005", 8, 0)],
            marked.Markers);
    }

    [Fact]
    public void A_finding_that_is_not_marked_fails_and_is_shown()
    {
        var message = Failure("inboundConnectors: [{name: A, senderDomains: [fabrikam]}]");
        Assert.Contains("not marked: CL0007 'A': senderDomains 'fabrikam'", message, StringComparison.Ordinal);
        Assert.Contains("\n    inboundConnectors: [{name: A, senderDomains: [fabrikam]}]\n" + new string(' ', 50) + "^^^^^^^^ not marked", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_marker_without_a_finding_fails() =>
        Assert.Contains("missing: CL0007", Failure("inboundConnectors: [{name: A, senderDomains: [{|CL0007:fabrikam.com|}]}]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("inboundConnectors: [{name: A, {|CL0007:senderDomains: [fabrikam]|}}]")]
    [InlineData("inboundConnectors: [{name: A, senderDomains: [{|CL0008:fabrikam|}]}]")]
    [InlineData("inboundConnectors: [{name: A, senderDomains: [{|CL0007:{|CL0007:fabrikam|}|}]}]")]
    public void Another_place_another_rule_or_another_count_fails(string text) => Assert.NotEmpty(Failure(text));

    [Fact]
    public void Another_message_fails_and_the_real_ones_are_shown()
    {
        var test = RuleTest.Yaml("inboundConnectors: [{name: A, senderDomains: [{|CL0007:fabrikam|}]}]").Only("CL0007");
        var message = Assert.ThrowsAny<XunitException>(() => test.Says("something else")).Message;
        Assert.Contains("'A': senderDomains 'fabrikam' is not a valid domain", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_with_a_head_is_left_as_it_is()
    {
        RuleTest.Yaml("{|CL0907:connectorlint|}: 1\ninboundConnectors: [{name: A}]").Only("CL0907").IsAsMarked();
        RuleTest.Yaml("inboundConnectors: [{name: A}]").Only("CL0907").IsClean();
        RuleTest.Json("{\"inboundConnectors\": [{\"name\": \"A\", \"senderDomains\": [{|CL0007:\"fabrikam\"|}]}]}").Only("CL0007").IsAsMarked();
    }

    private static string Failure(string text) => Assert.ThrowsAny<XunitException>(() => RuleTest.Yaml(text).Only("CL0007").IsAsMarked()).Message;
}
