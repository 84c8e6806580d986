using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class TopologyContradictionTests
{
    [Theory]
    [InlineData("cloud")]
    [InlineData("both")]
    public void Standalone_protection_has_no_mailboxes_in_the_cloud(string place) => Yaml($$"""
        topology:
          {|CL0015:subscription: eopStandalone|}
          mailboxes: {{place}}
        """)
        .Says($"topology: subscription eopStandalone contradicts mailboxes {place}; standalone protection is for mailboxes on your own servers and has no hybrid")
        .Helps("Correct the fact that is wrong.")
        .WithRelated($"mailboxes: {place}");

    [Fact]
    public void Standalone_protection_has_no_hybrid() => Yaml("""
        topology: {subscription: eopStandalone, mailboxes: onPremises, {|CL0015:hybrid: completed|}}
        """)
        .Says("topology: hybrid completed contradicts subscription eopStandalone; standalone protection is for mailboxes on your own servers and has no hybrid")
        .WithRelated("subscription: eopStandalone");

    [Fact]
    public void One_wrong_subscription_is_one_finding() => Yaml("""
        topology: {{|CL0015:subscription: eopStandalone|}, mailboxes: both, hybrid: completed, onPremises: {server: nonMicrosoft}}
        """)
        .Says("topology: subscription eopStandalone contradicts mailboxes both and hybrid completed; standalone protection is for mailboxes on your own servers and has no hybrid")
        .WithRelated("mailboxes: both", "hybrid: completed");

    [Theory]
    [InlineData("onPremises")]
    [InlineData("both")]
    public void Mailboxes_on_your_servers_need_a_server(string place) => Yaml($$"""
        topology:
          mailboxes: {{place}}
          onPremises:
            {|CL0015:server: none|}
        """)
        .Says($"topology: onPremises.server none contradicts mailboxes {place}; there is no server for that mail to go to or come from")
        .WithRelated($"mailboxes: {place}");

    [Fact]
    public void Hybrid_needs_a_server() => Yaml("""
        topology: {mailboxes: cloud, {|CL0015:hybrid: completed|}, onPremises: {server: none}}
        """)
        .Says("topology: hybrid completed contradicts onPremises.server none; there is no server for that mail to go to or come from")
        .WithRelated("server: none");

    [Fact]
    public void Hybrid_needs_Exchange() => Yaml("""
        topology: {mailboxes: both, {|CL0015:hybrid: completed|}, onPremises: {server: nonMicrosoft}}
        """)
        .Says("topology: hybrid completed contradicts onPremises.server nonMicrosoft; the Hybrid Configuration Wizard runs only with Exchange")
        .WithRelated("server: nonMicrosoft");

    [Fact]
    public void Centralized_transport_needs_a_server() => Yaml("""
        topology: {{|CL0015:centralizedMailTransport: true|}, onPremises: {server: none}}
        """)
        .Says("topology: centralizedMailTransport true contradicts onPremises.server none; there is no server for that mail to go to or come from")
        .WithRelated("server: none");

    [Fact]
    public void An_MX_on_premises_needs_a_server() => Yaml("""
        topology:
          onPremises: {server: none}
          acceptedDomains:
            - {name: contoso.com, {|CL0015:mx: onPremises|}}
            - {name: fabrikam.com, mx: exchangeOnline}
        """)
        .Says("topology: mx onPremises of contoso.com contradicts onPremises.server none; there is no server for that mail to go to or come from")
        .WithRelated("server: none");

    [Fact]
    public void What_several_facts_contradict_is_probably_wrong_itself() => Yaml("""
        topology:
          hybrid: completed
          centralizedMailTransport: true
          onPremises: {{|CL0015:server: none|}}
          acceptedDomains: [{name: contoso.com, mx: onPremises}]
        """)
        .Says("topology: onPremises.server none contradicts hybrid completed, centralizedMailTransport true and mx onPremises of contoso.com; there is no server for that mail to go to or come from")
        .WithRelated("hybrid: completed", "centralizedMailTransport: true", "mx: onPremises");

    [Fact]
    public void An_MX_at_an_undeclared_service_marks_just_its_name() => Yaml("""
        topology:
          acceptedDomains:
            - {name: contoso.com, mx: "thirdParty: {|CL0015:Acme Filter|}"}
        """)
        .Says("topology: mx of contoso.com contradicts services, where 'Acme Filter' is not declared, so it is not known how the domain's mail comes in")
        .Helps("Declare the service under topology.services, or name one that is declared.")
        .OffersNoFix();

    [Fact]
    public void The_nearest_service_is_suggested() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: thirdParty:{|CL0015:Acme Fliter|}}]
          services: [{name: Acme Filter, role: inboundFilter}]
        """)
        .Says("topology: mx of contoso.com contradicts services, where 'Acme Fliter' is not declared, so it is not known how the domain's mail comes in; did you mean 'Acme Filter'?")
        .Offers("Name 'Acme Filter'", false, new FixIntent(FixKind.SetProperty, "topology/acceptedDomains/contoso.com", "mx", "thirdParty:Acme Filter"));

    [Fact]
    public void Many_domains_at_one_undeclared_service_are_one_finding() => Yaml("""
        topology:
          acceptedDomains:
            - {name: contoso.com, mx: thirdParty:{|CL0015:Acme|}}
            - {name: fabrikam.com, mx: thirdParty:acme}
          services: []
        """)
        .WithRelated("acme");

    [Fact]
    public void A_relaying_device_must_be_recognisable() => Yaml("""
        topology: {devices: [{name: Scanner, {|CL0015:method: smtpRelay|}}]}
        """)
        .Says("topology: method smtpRelay of device 'Scanner' contradicts its having neither ip nor certificateName, so no connector can recognise its mail")
        .Helps("Declare the public address that it sends from (ip) or the name on its certificate (certificateName), or another method.");

    [Fact]
    public void Facts_of_two_files_can_contradict_each_other() => RuleTest.Files(
        ("a.yaml", "topology: {mailboxes: both}"),
        ("b.yaml", "topology: {onPremises: {{|CL0015:server: none|}}}"))
        .Only("CL0015").WithRelated("mailboxes: both");

    [Fact]
    public void Silent_when_a_fact_is_not_declared_or_fits()
    {
        Yaml("topology: {subscription: eopStandalone, mailboxes: onPremises, hybrid: none}").IsClean();
        Yaml("topology: {mailboxes: cloud, onPremises: {server: none}, hybrid: minimal, centralizedMailTransport: false}").IsClean();
        Yaml("topology: {mailboxes: both, hybrid: completed, onPremises: {server: exchange2007OrEarlier}}").IsClean();
        Yaml("topology: {mailboxes: both, hybrid: completed, centralizedMailTransport: true}").IsClean();
        Yaml("topology: {acceptedDomains: [{name: contoso.com, mx: \"thirdParty:acme filter\"}], services: [{name: Acme Filter}]}").IsClean();
        Yaml("topology: {devices: [{name: A, method: smtpRelay, ip: 203.0.113.1}, {name: B, method: smtpRelay, certificateName: b.contoso.com}, {name: C}]}").IsClean();
    }

    [Fact]
    public void Silent_when_a_fact_could_not_be_read()
    {
        Yaml("topology: {subscription: eopStandalone, mailboxes: nowhere}").IsClean();
        Yaml("topology: {devices: [{name: A, method: smtpRelay, ip: not an address}]}").IsClean();
        Yaml("topology: {acceptedDomains: [{name: contoso.com, mx: thirdParty:Acme}], services: [{role: inboundFilter}]}").IsClean();
        Yaml("topology: {acceptedDomains: [{name: contoso.com, mx: thirdParty:Acme}], service: [{name: Acme}]}").IsClean();
    }

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0015");
}
