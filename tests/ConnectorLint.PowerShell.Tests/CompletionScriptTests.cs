using System.Management.Automation;
using System.Management.Automation.Runspaces;
using ConnectorLint.Cli;
using Xunit;

namespace ConnectorLint.PowerShell.Tests;

/// <summary>The completion script for PowerShell, asked in PowerShell's own engine.</summary>
public class CompletionScriptTests
{
    [Theory]
    [InlineData("connectorlint advise --as ", "powershell", "yaml")]
    [InlineData("connectorlint sche", "schema")]
    [InlineData("connectorlint schema b", "baseline")]
    [InlineData("connectorlint --fail-o", "--fail-on")]
    [InlineData("connectorlint --fail-on wa", "warning")]
    [InlineData("connectorlint lint --format sar", "sarif")]
    [InlineData("connectorlint explain CL1013", "CL1013")]
    [InlineData("connectorlint rules --fix", "--fixable")]
    public void PowerShell_completes(string line, params string[] expected)
    {
        using var script = new StringWriter();
        var exitCode = CommandLineApp.Run(["completions", "pwsh"], new CliEnvironment { Out = script, Error = TextWriter.Null, StandardInput = () => [], CurrentDirectory = "/" });
        Assert.Equal(0, exitCode);
        // The engine parses, too.
        using var alone = RealParser.Gate.EnterScope();
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript(script.ToString()).Invoke();
        Assert.Empty(shell.Streams.Error);
        shell.Commands.Clear();

        var found = CommandCompletion.CompleteInput(line, line.Length, [], shell);

        Assert.Equal(expected, found.CompletionMatches.Select(match => match.CompletionText));
        Assert.All(found.CompletionMatches, match => Assert.NotEmpty(match.ToolTip));
    }
}
