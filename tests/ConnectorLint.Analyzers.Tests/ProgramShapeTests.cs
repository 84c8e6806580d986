using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>Where in a program a call may stand.</summary>
public class ProgramShapeTests
{
    private const string Chain = """AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:"198.51.100.777"|})""";

    [Fact]
    public Task Top_level_statements_are_read() => Verify.Program(
        $$"""
        using System.Management.Automation;
        using var ps = PowerShell.Create();
        ps.{{Chain}}.Invoke();
        Later();
        void Later() => ps.AddScript("Set-InboundConnector A -SenderIPAddresses {|CL0008:198.51.100.777|}");
        """);

    [Fact]
    public Task Partial_classes_members_and_initializers_are_read() => Verify.Sources(
        [
            $$"""
            using System.Management.Automation;
            partial class Sample
            {
                private readonly PowerShell _shell = PowerShell.Create().{{Chain}};
                partial void Run(PowerShell ps);
                PowerShell Shell => _shell.{{Chain}};
                Sample() : this(PowerShell.Create().{{Chain}}) { }
                Sample(PowerShell ps) => ps.{{Chain}}.Invoke();
            }
            """,
            $$"""
            using System.Management.Automation;
            partial class Sample
            {
                partial void Run(PowerShell ps) => ps.{{Chain}}.Invoke();
                async System.Threading.Tasks.Task RunAsync(PowerShell ps) { await System.Threading.Tasks.Task.Yield(); ps.{{Chain}}.Invoke(); }
                System.Collections.Generic.IEnumerable<object> Each(PowerShell ps) { yield return ps.{{Chain}}.Invoke(); }
                ~Sample() => _shell.{{Chain}}.Invoke();
            }
            """,
        ]);

    [Fact]
    public Task Generic_types_and_records_are_read() => Verify.Sources(
        [
            $$"""
            using System.Management.Automation;
            record Sample<T>(PowerShell Shell) where T : new()
            {
                void Run() { using var ps = Shell; { ps.{{Chain}}.Invoke(); } }
                static readonly System.Action<PowerShell> Change = static ps => ps.{{Chain}}.Invoke();
            }
            """,
        ]);
}
