using ConnectorLint.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>The compiler asks for many blocks of one file at the same time.</summary>
public class ConcurrencyTests
{
    private const int Methods = 64;
    private const int Rounds = 25;

    [Fact]
    public async Task No_finding_is_lost_when_the_blocks_of_a_file_are_read_at_once()
    {
        var source = "using System.Management.Automation;\nclass Sample\n{\n"
            + string.Concat(Enumerable.Range(0, Methods).Select(i => $"void Run{i}(PowerShell ps) => ps.AddScript(\"Set-InboundConnector -Identity A{i} -SenderIPAdresses 198.51.100.1\").Invoke();\n")) + "}\n";
        // A tree of its own each time: what is kept of one is made once.
        var cancellation = TestContext.Current.CancellationToken;
        for (var round = 0; round < Rounds; round++)
        {
            var compilation = CSharpCompilation.Create(
                "Sample", [CSharpSyntaxTree.ParseText(source, path: "/src/Sample.cs", cancellationToken: cancellation)], [.. RunningFramework.References, PowerShellStub.Reference], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

            var findings = await compilation.WithAnalyzers([new ConnectorAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation);

            Assert.Equal(Methods, findings.Count(finding => finding.Id == "CL0001"));
        }
    }

    [Fact]
    public async Task The_text_of_a_file_is_one_for_all_who_ask_at_once()
    {
        var cancellation = TestContext.Current.CancellationToken;
        for (var round = 0; round < 200; round++)
        {
            var file = CodeFile.Of(CSharpSyntaxTree.ParseText("class Sample { }", path: "/src/Sample.cs", cancellationToken: cancellation));
            using var start = new Barrier(2);
            var texts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            {
                start.SignalAndWait(cancellation);
                return file.Text;
            }, cancellation)));

            Assert.Same(texts[0], texts[1]);
        }
    }
}
