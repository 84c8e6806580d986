using System.Collections.Immutable;
using ConnectorLint.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>Code that is being typed: whatever is missing, the analyzer neither fails nor marks a place outside of the file.</summary>
public class IncompleteCodeTests
{
    private const string Sample = """"
        using System.Collections.Generic;
        using System.Management.Automation;
        using System.Management.Automation.Runspaces;

        class Sample
        {
            static readonly string[] Ips = { "198.51.100.7", "x" };

            void Run(PowerShell ps, bool flag)
            {
                ps?.AddCommand("New-InboundConnector").AddParameter("Name", "A").AddParameter("SenderIPAddresses", Ips);
                if (flag)
                    ps.AddParameter("Comment", "b");
                ps.AddStatement().AddCommand("Set-OutboundConnector").AddArgument("B").AddParameters(new Dictionary<string, object> { ["SmartHosts"] = (string[])["mail.contoso.com"] });
                var cmd = new Command("New-OutboundConnector") { Parameters = { { "Name", "C" }, new CommandParameter("Enabled", true) } };
                cmd.Parameters.Add("UseMXRecord");
                var bag = new Dictionary<string, object> { { "Identity", nameof(Run) } };
                bag["RequireTls"] = flag ? true : false;
                Send("Set-InboundConnector", bag);
                Send("Remove-InboundConnector", new { Identity = "D" });
                _ = new { CmdletInput = new { CmdletName = "New-InboundConnector", Parameters = new { Name = "E", bag.Count } } };
                System.Action<PowerShell> later = p => p.AddCommand("New-InboundConnector").AddParameter("Name", "F");
            }

            void Script(PowerShell ps, string text)
            {
                ps.AddScript($"Set-InboundConnector -Identity '{text}' -SenderIPAddresses 198.51.100.777 {{ }} " + @"-Comment ""a""" + string.Format(" -RequireTls {0}", true));
                ps.AddScript($"""
                    New-OutboundConnector -Name "{text}" `
                        -UseMXRecord $true
                    """).AddParameter("x");
                _ = new Command("Remove-InboundConnector \u0041 -Confirm:$false", true);
                _ = """
                    {"CmdletInput": {"CmdletName": "New-InboundConnector", "Parameters": {"Name": "A", "SenderDomains": ["*"]}}}
                    """;
            }

            static void Send(string cmdlet, object parameters) { }
        }
        """";

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Sample", [], [.. RunningFramework.References, PowerShellStub.Reference], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    [Fact]
    public async Task A_token_that_is_missing_fails_nothing()
    {
        var tokens = CSharpSyntaxTree.ParseText(Sample, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantTokens().ToList();
        foreach (var token in tokens)
            await Expect_no_failure(Sample.Remove(token.Span.Start, token.Span.Length));
    }

    [Fact]
    public async Task A_file_that_ends_anywhere_fails_nothing()
    {
        for (var end = Sample.IndexOf("static readonly", StringComparison.Ordinal); end < Sample.Length; end += 31)
            await Expect_no_failure(Sample[..end]);
    }

    private static async Task Expect_no_failure(string source)
    {
        // One compilation, changed: what it refers to is bound once.
        var compilation = Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, path: "/src/Sample.cs", cancellationToken: TestContext.Current.CancellationToken));
        var failures = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty), (exception, _, _) => failures.Add(exception.ToString()), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var findings = await new CompilationWithAnalyzers(compilation, [new ConnectorAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.True(failures.Count == 0, source + "\n" + string.Join("\n", failures));
        Assert.DoesNotContain(findings, finding => finding.Id == "AD0001" || finding.Location.SourceSpan.End > source.Length);
    }
}
