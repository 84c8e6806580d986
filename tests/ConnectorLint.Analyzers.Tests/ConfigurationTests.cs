using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>What <c>.connectorlint.yaml</c> says holds in the compiler too.</summary>
public class ConfigurationTests
{
    private const string Broken = "connectorlint: 1\ntenant: contoso\ntopology: {mailboxes: sky}\n";

    private static readonly string Marked = Broken.Replace("sky", "{|CL0904:sky|}", StringComparison.Ordinal);

    [Fact]
    public Task A_rule_that_is_off_is_off_in_code_and_in_manifests() => Verify.Statements(
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", "198.51.100.777").Invoke();
        """,
        ("/src/.connectorlint.yaml", "rules: {CL0008: off, CL09: off}\n"),
        ("/src/contoso/tenant.yaml", Broken));

    [Fact]
    public Task The_nearest_configuration_counts_with_what_it_builds_on() => Verify.Statements(
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:"198.51.100.777"|}).Invoke();
        """,
        ("/shared/common.yaml", "rules: {CL0904: off}\n"),
        ("/src/contoso/.connectorlint.yaml", "extends: ../../shared/common.yaml\n"),
        ("/src/contoso/tenant.yaml", Broken),
        ("/src/fabrikam/tenant.yaml", Marked.Replace("contoso", "fabrikam", StringComparison.Ordinal)));

    [Fact]
    public Task An_override_is_for_some_files() => Verify.Statements(
        "",
        ("/src/.connectorlint.yaml", "overrides:\n  - files: [old/**]\n    rules: {CL0904: off}\nexclude: [templates/]\n"),
        ("/src/old/a/tenant.yaml", Broken),
        ("/src/templates/tenant.yaml", Broken),
        ("/src/new/tenant.yaml", Marked));

    [Fact]
    public Task A_suppression_of_the_configuration_holds_for_a_connector_in_code() => Verify.Statements(
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", "198.51.100.777").AddParameter("RequiresTls", true).Invoke();
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "B").AddParameter("SenderIPAddresses", {|CL0008:"198.51.100.777"|}).Invoke();
        """,
        ("/src/.connectorlint.yaml", "suppressions: [{rule: CL0008, connector: A, reason: a test}, {rule: CL0001, connector: A, reason: a test}]\n"));

    [Fact]
    public Task The_map_of_tenants_says_whose_files_and_code_these_are() => Verify.Statements(
        """
        ps.AddCommand("New-InboundConnector").AddParameter("Name", variable).AddParameter("ConnectorType", variable).AddParameter("SenderDomains", "*").AddParameter("RequireTls", flag).Invoke();
        """,
        ("/src/.connectorlint.yaml", "tenants: {contoso: ['*.cs', one.yaml], fabrikam: [two.yaml]}\n"),
        ("/src/one.yaml", """
            connectorlint: 1
            topology:
              subscription: exchangeOnline
              mailboxes: {|CL1002:both|}
              acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
              onPremises: {server: exchange2010OrLater, relaysToInternet: true, smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com]}
            """),
        ("/src/two.yaml", "connectorlint: 1\ntopology: {mailboxes: {|CL0904:sky|}}\n"));

    [Fact]
    public Task A_file_that_says_another_tenant_than_the_map_is_reported() => Verify.Statements(
        "",
        ("/src/.connectorlint.yaml", "tenants: {fabrikam: ['*.yaml']}\n"),
        ("/src/one.yaml", "connectorlint: 1\ntenant: {|CL0908:contoso|}\ntopology: {}\n"));

    [Fact]
    public Task A_configuration_that_cannot_be_read_changes_nothing() => Verify.Statements(
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:"198.51.100.777"|}).Invoke();
        """,
        ("/src/.connectorlint.yaml", "rules: [\nextends: ./.connectorlint.yaml\n"),
        ("/src/contoso/.connectorlint.yaml", "extends: [.connectorlint.yaml, ../other.yaml]\nrules: {CL9: off, nothing: error}\n"),
        ("/src/contoso/tenant.yaml", Marked));

    [Fact]
    public Task Dates_are_compared_with_the_day_that_is_named() => Verify.Statements(
        "",
        ("/.globalconfig", "is_global = true\nconnectorlint_as_of = 2026-11-24\n"),
        ("/src/contoso/tenant.yaml", Broken.Replace("sky}", "{|CL0904:sky|}} # connectorlint-disable-line CL0904 -- a test until {|CL0909:2026-01-31|}", StringComparison.Ordinal)));

    [Fact]
    public Task Without_a_day_nothing_has_expired() => Verify.Statements(
        "",
        ("/src/contoso/tenant.yaml", Broken.Replace("sky}", "sky} # connectorlint-disable-line CL0904 -- a test until 2026-01-31", StringComparison.Ordinal)));

    [Theory]
    [InlineData("tenant.yaml", "/src", "/src/tenant.yaml", true)]
    [InlineData("tenant.yaml", "/src", "/src/a/tenant.yaml", true)]
    [InlineData("/tenant.yaml", "/src", "/src/a/tenant.yaml", false)]
    [InlineData("*.yaml", "/src", "/src/a/tenant.yaml", true)]
    [InlineData("*.yaml", "/src", "/other/tenant.yaml", false)]
    [InlineData("a/*.yaml", "/src", "/src/a/tenant.yaml", true)]
    [InlineData("a/*.yaml", "/src", "/src/b/a/tenant.yaml", false)]
    [InlineData("a/*.yaml", "/src", "/src/a/b/tenant.yaml", false)]
    [InlineData("a/**", "/src", "/src/a/b/tenant.yaml", true)]
    [InlineData("a/**", "/src", "/src/a", false)]
    [InlineData("**/b/*.yaml", "/src", "/src/b/tenant.yaml", true)]
    [InlineData("**/b/*.yaml", "/src", "/src/a/c/b/tenant.yaml", true)]
    [InlineData("a/", "/src", "/src/a/tenant.yaml", true)]
    [InlineData("a/", "/src", "/src/a", false)]
    [InlineData("./a", "/src", "/src/a/tenant.yaml", true)]
    [InlineData("../b/*.yaml", "/src/a", "/src/b/tenant.yaml", true)]
    [InlineData("tenan?.y[a-b]ml", "/src", "/src/tenant.yaml", true)]
    [InlineData("tenan?.y[!a-b]ml", "/src", "/src/tenant.yaml", false)]
    [InlineData("tenant\\.yaml", "/src", "/src/tenant.yaml", true)]
    [InlineData("t[", "/src", "/src/t[", true)]
    [InlineData("!tenant.yaml", "/src", "/src/tenant.yaml", false)]
    [InlineData("", "/src", "/src/tenant.yaml", false)]
    [InlineData("*a*a*a*a*a*a*a*a*a*a*a*a*b", "/src", "/src/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void Globs_have_the_signs_of_gitignore(string glob, string folder, string path, bool matches) =>
        Assert.Equal(matches, new ConfiguredGlob(glob, folder).Matches(path));
}
