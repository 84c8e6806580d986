using System.Collections.Immutable;
using ConnectorLint.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>Tenant files that can't be read, or not wholly: a finding in the file or silence, never a failure of the analyzer.</summary>
public class BadInputTests
{
    private const string Code = """
        using System.Management.Automation;
        class Sample
        {
            void Run(PowerShell ps) => ps.AddCommand("New-InboundConnector").AddParameter("Name", "A").AddParameter("ConnectorType", "OnPremises")
                .AddParameter("SenderDomains", "*").AddParameter("RequireTls", true).AddParameter("TlsSenderCertificateName", "mail.contoso.com").Invoke();
        }
        """;

    private const string Manifest = """
        connectorlint: 1
        tenant: contoso
        topology:
          subscription: exchangeOnline
          mailboxes: both
          acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
          onPremises: {server: exchange2010OrLater, relaysToInternet: true, smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com]}
        inboundConnectors: &a
          - {name: B, connectorType: Partner, senderDomains: [fabrikam.com], requireTls: true, enabled: true, <<: {comment: "x\t"}}
        outboundConnectors: []
        """;

    [Fact]
    public async Task A_file_that_cannot_be_read_hides_what_may_be_in_it()
    {
        var found = await Run(("/src/contoso/tenant.yaml", Manifest));
        var hidden = await Run(("/src/contoso/tenant.yaml", Manifest), ("/src/contoso/more.yaml", null));

        Assert.Contains(found, finding => finding.Id == "CL1002");
        Assert.DoesNotContain(hidden, finding => finding.Id == "CL1002");
    }

    [Fact]
    public async Task A_manifest_that_is_cut_off_anywhere_fails_nothing()
    {
        for (var end = 0; end <= Manifest.Length; end += 7)
            await Run(("/src/contoso/tenant.yaml", Manifest[..end]), ("/src/.connectorlint.yaml", Manifest[end..]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\u0001")]
    [InlineData("\uFEFFconnectorlint: 1\r\ntenant: [\r")]
    [InlineData("connectorlint: {a: &x [*x]}")]
    [InlineData("connectorlint: 1\n\ttenant: x")]
    [InlineData("{\"connectorlint\": 1, \"inboundConnectors\": [{\"name\"")]
    [InlineData("connectorlint: 1\n---\nconnectorlint: 2\n---\n- connectorlint")]
    [InlineData("connectorlint: 1\ninboundConnectors: [{name: \ud800}]")]
    public async Task Strange_texts_fail_nothing(string text)
    {
        await Run(("/src/a.yaml", text), ("/src/b.json", text), ("/src/.connectorlint.yaml", text), ("relative.yml", text), ("C:\\a\\b.yaml", text));
    }

    [Fact]
    public async Task Deep_texts_fail_nothing()
    {
        var deep = "connectorlint: " + new string('[', 5000);
        await Run(("/src/a.yaml", deep), ("/src/b.json", deep));
    }

    [Fact]
    public Task No_tenant_is_no_fault() => Verify.Sources([Code]);

    [Fact]
    public Task A_broken_file_beside_a_sound_one_is_reported_in_its_place() => Verify.Statements(
        "",
        ("/src/contoso/tenant.yaml", "connectorlint: 1\ntenant: contoso\ntopology: {subscription: exchangeOnline, mailboxes: cloud, acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]}\n"),
        ("/src/contoso/in.yaml", "connectorlint: 1\ntenant: contoso\ninboundConnectors: [{|CL0901:{|}name: A\n"));

    private static async Task<ImmutableArray<Diagnostic>> Run(params (string Path, string? Text)[] files)
    {
        var compilation = CSharpCompilation.Create(
            "Sample", [CSharpSyntaxTree.ParseText(Code, path: "/src/Sample.cs", cancellationToken: TestContext.Current.CancellationToken)],
            [.. RunningFramework.References, PowerShellStub.Reference], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new AnalyzerOptions([.. files.Select(file => (AdditionalText)new TenantFile(file.Path, file.Text))]);
        var findings = await compilation.WithAnalyzers([new ConnectorAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(findings, finding => finding.Id == "AD0001");
        foreach (var finding in findings.Where(finding => finding.Location.Kind == LocationKind.ExternalFile))
        {
            var text = files.Single(file => file.Path == finding.Location.GetLineSpan().Path).Text!;
            Assert.InRange(finding.Location.SourceSpan.End, 0, text.Length);
        }

        return findings;
    }

    private sealed class TenantFile(string path, string? text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text is null ? null : SourceText.From(text);
    }
}
