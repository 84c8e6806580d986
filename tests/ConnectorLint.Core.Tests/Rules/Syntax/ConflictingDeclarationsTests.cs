using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class ConflictingDeclarationsTests
{
    [Fact]
    public void The_second_declaration_is_marked_and_the_first_related() => Files(
        ("a.yaml", "topology: {mailboxes: cloud}"),
        ("b.yaml", "topology: {mailboxes: {|CL0908:both|}}"))
        .Says("topology.mailboxes is 'both' here and 'cloud' elsewhere, so what depends on it is not checked")
        .Helps("Keep one of the two, or give the files different tenant names.")
        .WithRelated("cloud");

    [Fact]
    public void Documents_of_one_file_can_conflict() => RuleTest.Yaml("""
        connectorlint: 1
        topology: {centralizedMailTransport: true}
        ---
        connectorlint: 1
        topology: {centralizedMailTransport: {|CL0908:false|}}
        """).Only("CL0908")
        .Says("topology.centralizedMailTransport is false here and true elsewhere, so what depends on it is not checked");

    [Fact]
    public void Entries_of_one_name_are_put_together_and_can_conflict() => Files(
        ("a.yaml", "topology: {acceptedDomains: [{name: contoso.com, type: Authoritative}]}"),
        ("b.yaml", "topology: {acceptedDomains: [{name: Contoso.com, mx: onPremises, type: {|CL0908:InternalRelay|}}]}"))
        .Says("topology.acceptedDomains 'contoso.com'.type is 'InternalRelay' here and 'Authoritative' elsewhere, so what depends on it is not checked");

    [Fact]
    public void One_list_can_conflict_with_itself() => Files(("a.yaml", """
        topology:
          devices:
            - {name: Scanner, ip: 203.0.113.1}
            - {name: scanner, ip: {|CL0908:203.0.113.2|}}
        """)).WithRelated("203.0.113.1");

    [Fact]
    public void Lists_conflict_as_sets() => Files(
        ("a.yaml", "topology: {onPremises: {publicIPs: [203.0.113.1, 203.0.113.2]}}"),
        ("b.yaml", "topology: {onPremises: {publicIPs: {|CL0908:[203.0.113.1]|}}}"))
        .Says("topology.onPremises.publicIPs is [203.0.113.1] here and [203.0.113.1, 203.0.113.2] elsewhere, so what depends on it is not checked");

    [Fact]
    public void Of_three_different_ones_the_second_is_marked() => Files(
        ("a.yaml", "topology: {mailboxes: cloud}"),
        ("b.yaml", "topology: {mailboxes: {|CL0908:both|}}"),
        ("c.yaml", "topology: {mailboxes: onPremises}")).IsAsMarked();

    [Fact]
    public void A_conflict_silences_what_depends_on_it() => RuleTest.Files(
        ("a.yaml", "topology: {subscription: eopStandalone, mailboxes: both}"),
        ("b.yaml", "topology: {mailboxes: {|CL0908:cloud|}}"))
        .Only("CL0").IsAsMarked();

    [Fact]
    public void Silent_when_the_declarations_are_equal() => Files(
        ("a.yaml", "topology: {mailboxes: cloud, acceptedDomains: [{name: contoso.com, mx: \"thirdParty:Acme\"}], onPremises: {smtpHosts: [Mail.contoso.com, 203.0.113.1]}, certificates: [{name: mail.contoso.com, notAfter: 2027-05-31}]}"),
        ("b.json", """{"topology": {"mailboxes": "Cloud", "acceptedDomains": [{"name": "CONTOSO.com", "mx": "thirdparty:acme"}], "onPremises": {"smtpHosts": ["203.0.113.1", "mail.contoso.com"]}, "certificates": [{"name": "mail.contoso.com", "notAfter": "2027-05-31"}]}}"""))
        .IsClean();

    [Fact]
    public void Silent_when_one_of_them_could_not_be_read() => Files(
        ("a.yaml", "topology: {mailboxes: clowd}"), ("b.yaml", "topology: {mailboxes: cloud}"), ("c.yaml", "topology: {mailboxes: null}")).IsClean();

    private static RuleTest Files(params (string Path, string Text)[] files) => RuleTest.Files(files).Only("CL0908");
}
