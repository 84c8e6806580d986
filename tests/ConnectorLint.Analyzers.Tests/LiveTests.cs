using System.Collections.Immutable;
using ConnectorLint.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>What one connector and the declared tenant decide is said while code is typed; only what needs all of the code waits for the build.</summary>
public class LiveTests
{
    private const string Manifest = """
        connectorlint: 1
        tenant: contoso
        topology: {subscription: exchangeOnline, mailboxes: cloud, centralizedMailTransport: false, onPremises: {server: none, relaysToInternet: false}, acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]}
        outboundConnectors:
          - {name: To partner, connectorType: Partner, recipientDomains: [fabrikam.com], useMXRecord: true, tlsSettings: CertificateValidation, enabled: true}
        """;

    [Fact]
    public async Task A_rule_of_one_connector_is_live() =>
        Assert.Contains("CL2001", await Live("""New-OutboundConnector -Name A -ConnectorType Partner -RecipientDomains tailspintoys.com -UseMXRecord $false -TlsSettings CertificateValidation"""));

    [Fact]
    public async Task A_connector_that_nothing_needs_is_live() =>
        Assert.Contains("CL1005", await Live("""New-OutboundConnector -Name A -ConnectorType OnPremises -RecipientDomains contoso.com -UseMXRecord $false -SmartHosts mail.contoso.com -TlsSettings CertificateValidation"""));

    [Fact]
    public async Task A_name_that_is_declared_is_live() =>
        Assert.Contains("CL0005", await Live("""New-OutboundConnector -Name 'to partner' -ConnectorType Partner -RecipientDomains tailspintoys.com -TlsSettings CertificateValidation"""));

    [Fact]
    public async Task The_same_again_as_is_declared_is_live() =>
        Assert.Contains("CL3001", await Live("""New-OutboundConnector -Name Other -ConnectorType Partner -RecipientDomains fabrikam.com -UseMXRecord $true -TlsSettings CertificateValidation"""));

    [Fact]
    public async Task Two_creations_of_one_name_wait_for_the_build()
    {
        const string Call = "New-OutboundConnector -Name A -ConnectorType Partner -RecipientDomains tailspintoys.com -TlsSettings CertificateValidation";
        Assert.DoesNotContain("CL0005", await Live(Call, Call));
        Assert.Contains("CL0005", await Build(Call, Call));
    }

    private static async Task<ImmutableArray<string>> Live(params string[] scripts)
    {
        var compilation = Compilation(scripts);
        var model = compilation.Compilation.GetSemanticModel(compilation.Compilation.SyntaxTrees.Single());
        var findings = await compilation.GetAnalyzerSemanticDiagnosticsAsync(model, null, TestContext.Current.CancellationToken);
        return [.. findings.Select(finding => finding.Id)];
    }

    private static async Task<ImmutableArray<string>> Build(params string[] scripts) =>
        [.. (await Compilation(scripts).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)).Select(finding => finding.Id)];

    private static CompilationWithAnalyzers Compilation(string[] scripts)
    {
        var methods = string.Concat(scripts.Select((script, i) => $"void Run{i}(PowerShell ps) => ps.AddScript(\"{script}\").Invoke();\n"));
        var tree = CSharpSyntaxTree.ParseText("using System.Management.Automation;\nclass Sample\n{\n" + methods + "}\n", path: "/src/Sample.cs");
        return CSharpCompilation.Create("Sample", [tree], [.. RunningFramework.References, PowerShellStub.Reference], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithAnalyzers([new ConnectorAnalyzer()], new AnalyzerOptions([new TenantFile()]));
    }

    private sealed class TenantFile : AdditionalText
    {
        public override string Path => "/src/contoso/tenant.yaml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Manifest);
    }
}
