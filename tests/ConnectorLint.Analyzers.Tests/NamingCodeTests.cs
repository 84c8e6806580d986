using ConnectorLint.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>Code that names no cmdlet costs a search of its text.</summary>
public class NamingCodeTests
{
    [Fact]
    public void Without_a_name_nothing_is_looked_at() => Assert.False(Of("class A { void Run() { Connect(\"inbound connector\"); } }").Code.Exists);

    [Fact]
    public void Only_blocks_that_may_name_a_cmdlet_are_looked_at()
    {
        var (code, bodies) = Of("class A { const string Name = \"New-InboundConnector\"; void Run() { Run(Name); } void Run(string x) { Other(); } void Other() { Run(\"set-outboundconnector\"); } }");

        Assert.Equal([true, false, true], bodies.Select(code.May));
    }

    [Fact]
    public void A_block_that_names_none_costs_no_memory()
    {
        var (code, bodies) = Of("class A { void Run() { Run(\"New-InboundConnector\"); } void Run(string x) { " + string.Concat(Enumerable.Repeat("Run(\"a\" + x); ", 200)) + "} }");
        code.May(bodies[1]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        code.May(bodies[1]);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static (NamingCode Code, BlockSyntax[] Bodies) Of(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("Sample", [tree], RunningFramework.References);
        return (NamingCode.Of(compilation, TestContext.Current.CancellationToken), [.. tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BlockSyntax>()]);
    }
}
