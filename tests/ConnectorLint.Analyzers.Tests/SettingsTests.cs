using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>The compiler's own ways to silence a finding or to change its severity.</summary>
public class SettingsTests
{
    private const string Wrong = """ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", "198.51.100.777").Invoke();""";
    private const string Manifest = "connectorlint: 1\ntenant: contoso\ntopology: {mailboxes: sky}\n";

    private static readonly string Marked = Wrong.Replace("\"198.51.100.777\"", "{|CL0008:\"198.51.100.777\"|}", StringComparison.Ordinal);

    [Fact]
    public Task A_pragma_silences_until_it_is_restored() => Verify.Statements("#pragma warning disable CL0008 // a test\n" + Wrong + "\n#pragma warning restore CL0008\n" + Marked);

    [Fact]
    public Task A_pragma_of_another_rule_silences_nothing() => Verify.Statements("#pragma warning disable CL0001\n" + Marked);

    [Fact]
    public Task SuppressMessage_silences_its_member() => Verify.Members(
        $$"""
        [System.Diagnostics.CodeAnalysis.SuppressMessage("ConnectorLint", "CL0008", Justification = "a test")]
        void Silent(PowerShell ps) { {{Wrong}} }
        void Loud(PowerShell ps) { {{Marked}} }
        """);

    [Fact]
    public Task SuppressMessage_of_the_assembly_silences_a_manifest_too() => Verify.Sources(
        ["[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"ConnectorLint\", \"CL0904\", Justification = \"a test\")]\n"], ("/src/contoso/tenant.yaml", Manifest));

    [Fact]
    public Task Editorconfig_turns_a_rule_off_in_code_but_not_in_manifests() => Verify.Statements(
        Wrong,
        ("/.editorconfig", "root = true\n[*]\ndotnet_diagnostic.CL0008.severity = none\ndotnet_diagnostic.CL0904.severity = none\n"),
        ("/src/contoso/tenant.yaml", Manifest.Replace("sky", "{|CL0904:sky|}", StringComparison.Ordinal)));

    [Fact]
    public Task Globalconfig_turns_a_rule_off_in_code_and_in_manifests() => Verify.Statements(
        Wrong,
        ("/.globalconfig", "is_global = true\ndotnet_diagnostic.CL0008.severity = none\ndotnet_diagnostic.CL0904.severity = none\n"),
        ("/src/contoso/tenant.yaml", Manifest));

    [Fact]
    public Task What_two_methods_decide_is_silenced_by_a_pragma_too() => Verify.Members(
        """
        void One(PowerShell ps) => ps.AddCommand("New-OutboundConnector").AddParameter("Name", "A").AddParameter("ConnectorType", "Partner").AddParameter("RecipientDomains", "fabrikam.com").AddParameter("TlsSettings", "CertificateValidation").Invoke();
        #pragma warning disable CL0005
        void Two(PowerShell ps) => ps.AddCommand("New-OutboundConnector").AddParameter("Name", "a").AddParameter("ConnectorType", "Partner").AddParameter("RecipientDomains", "tailspintoys.com").AddParameter("TlsSettings", "CertificateValidation").Invoke();
        """);
}
