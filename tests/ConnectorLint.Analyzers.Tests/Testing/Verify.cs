using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace ConnectorLint.Analyzers.Tests.Testing;

/// <summary>Runs the analyzer over code with markup: <c>{|CL2012:...|}</c> is where a finding of that rule is expected; any other finding is a failure.</summary>
internal static class Verify
{
    private const string Usings = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Linq;
        using System.Management.Automation;
        using System.Management.Automation.Runspaces;

        """;

    /// <summary>Statements of a method.</summary>
    public static Task Statements(string statements, params (string Path, string Text)[] additional) =>
        Members("void Run(PowerShell ps, string variable, bool flag)\n{\n" + statements + "\n}", additional);

    /// <summary>Members of a class.</summary>
    public static Task Members(string members, params (string Path, string Text)[] additional) =>
        Sources([Usings + "partial class Sample\n{\n" + members + "\n}\n"], additional);

    /// <summary>One file of top-level statements.</summary>
    public static async Task Program(string source)
    {
        var test = new Test();
        test.TestState.Sources.Add(source);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        await test.RunAsync(Xunit.TestContext.Current.CancellationToken);
    }

    /// <summary>Whole files; beside them manifests, and files whose name ends with "config" that hold settings of analyzers.</summary>
    public static async Task Sources(string[] sources, params (string Path, string Text)[] additional)
    {
        var test = new Test();
        foreach (var source in sources)
            test.TestState.Sources.Add(source);
        foreach (var (path, text) in additional)
        {
            if (path.EndsWith("config", StringComparison.Ordinal))
                test.TestState.AnalyzerConfigFiles.Add((path, text));
            else
                test.TestState.AdditionalFiles.Add((path, text));
        }

        await test.RunAsync(Xunit.TestContext.Current.CancellationToken);
    }

    private sealed class Test : CSharpAnalyzerTest<ConnectorAnalyzer, DefaultVerifier>
    {
        public Test()
        {
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            CompilerDiagnostics = CompilerDiagnostics.Errors;
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
            // Off by default, which the test framework turns on.
            DisabledDiagnostics.Add("CL0913");
            TestState.AdditionalReferences.AddRange(RunningFramework.References);
            TestState.AdditionalReferences.Add(PowerShellStub.Reference);
        }

        protected override string DefaultFilePathPrefix => "/src/Test";

        protected override ParseOptions CreateParseOptions() =>
            new Microsoft.CodeAnalysis.CSharp.CSharpParseOptions(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12);
    }
}
