using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class ReservedParameterTests
{
    [Fact]
    public void A_reserved_parameter_is_marked_and_can_be_removed() => Yaml("""
        inboundConnectors:
          - {name: A, {|CL0013:efTestMode|}: true}
        """)
        .Says("'A': efTestMode is reserved for Microsoft, so what it does to mail is not known")
        .Helps("Remove it, unless Microsoft's support asked for it.")
        .Offers("Remove efTestMode", false, new FixIntent(FixKind.RemoveProperty, "inbound:A", "efTestMode"));

    [Fact]
    public void The_undocumented_one_says_so() => Yaml("""
        inboundConnectors:
          - {name: A, {|CL0013:clientHostNames|}: [mail.contoso.com]}
        """)
        .Says("'A': clientHostNames is not documented, so what it does to mail is not known");

    [Fact]
    public void All_of_them_are_known() => Yaml("""
        inboundConnectors:
          - {name: A, {|CL0013:efSkipMailGateway|}: [a.example], {|CL0013:scanAndDropRecipients|}: ann@contoso.com}
        outboundConnectors:
          - {name: B, {|CL0013:linkForModifiedConnector|}: 6f9619ff-8b86-d011-b42d-00cf4fc964ff}
        """).IsAsMarked();

    [Fact]
    public void Silent_on_what_exports_print_for_everybody() => Yaml("""
        inboundConnectors:
          - {name: A, efTestMode: false, efSkipMailGateway: [], scanAndDropRecipients: null, clientHostNames: ""}
        outboundConnectors:
          - {name: B, linkForModifiedConnector: 00000000-0000-0000-0000-000000000000}
          - {name: C, linkForModifiedConnector: "{00000000-0000-0000-0000-000000000000}"}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0013");
}
