using System.Reflection;
using ConnectorLint.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>The stub that the other tests use can't drift from the API: one test has the real one.</summary>
public class RealApiTests
{
    [Fact]
    public async Task The_real_API_is_recognised()
    {
        const string Source = """
            using System.Collections;
            using System.Management.Automation;
            using System.Management.Automation.Runspaces;

            class Sample
            {
                void Run(CommandInvocationIntrinsics invoke)
                {
                    using var ps = PowerShell.Create();
                    ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", "1.2.3.456").Invoke();
                    ps.AddCommand("Set-InboundConnector").AddParameters(new Hashtable { ["Identity"] = "A", ["SenderIPAddresses"] = "1.2.3.457" }).Invoke();
                    var cmd = new Command("Set-InboundConnector");
                    cmd.Parameters.Add("SenderIPAddresses", "1.2.3.458");
                    cmd.Parameters.Add(new CommandParameter("Identity", "A"));
                    var commands = new PSCommand();
                    commands.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", "1.2.3.459");
                    ps.Commands = commands;
                    ps.Invoke();
                    ps.AddScript("Set-InboundConnector A -SenderIPAddresses \"1.2.3.460\"", true).Invoke();
                    ps.Commands.AddScript("Set-InboundConnector A -SenderIPAddresses \"1.2.3.461\"");
                    ScriptBlock.Create("Set-InboundConnector A -SenderIPAddresses \"1.2.3.462\"");
                    _ = new Command("Set-InboundConnector A -SenderIPAddresses \"1.2.3.463\"", true);
                    invoke.InvokeScript("Set-InboundConnector A -SenderIPAddresses \"1.2.3.464\"");
                    invoke.NewScriptBlock("Set-InboundConnector A -SenderIPAddresses \"1.2.3.465\"");
                }
            }
            """;
        var path = typeof(RealApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "PowerShellStandard").Value!;
        var compilation = CSharpCompilation.Create(
            "Sample", [CSharpSyntaxTree.ParseText(Source, path: "/src/Sample.cs", cancellationToken: TestContext.Current.CancellationToken)],
            [.. RunningFramework.References, MetadataReference.CreateFromFile(path)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var findings = await compilation.WithAnalyzers([new ConnectorAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            Enumerable.Range(456, 10).Select(last => $"1.2.3.{last}"),
            findings.Where(finding => finding.Id == "CL0008").Select(finding => Source.Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length).Trim('"', '\\')).Order());
    }
}
