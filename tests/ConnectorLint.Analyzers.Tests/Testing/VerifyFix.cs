using ConnectorLint.Analyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace ConnectorLint.Analyzers.Tests.Testing;

/// <summary>Mends code with markup, one finding after the other and all at once, and compares; the result has to compile.</summary>
internal static class VerifyFix
{
    public const string Head = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Management.Automation;
        using System.Management.Automation.Runspaces;
        class Sample
        {
            static void Send(string cmdlet, IDictionary<string, object> parameters) { }
            static void SendObject(string cmdlet, object parameters) { }
            static void SendTuples(string cmdlet, params (string, object)[] parameters) { }
            void Run(PowerShell ps, string variable, bool flag)
            {

        """;

    public const string Tail = """

            }
        }
        """;

    /// <summary>Statements of a method before and after.</summary>
    /// <param name="before">With markup of what is found.</param>
    /// <param name="after">With markup of what is left.</param>
    /// <param name="action">Which of several fixes.</param>
    public static Task Statements(string before, string after, int action = 0) => new Test(Head + before + Tail, Head + after + Tail, action).RunAsync(Xunit.TestContext.Current.CancellationToken);

    private sealed class Test : CSharpCodeFixTest<ConnectorAnalyzer, ConnectorCodeFixProvider, DefaultVerifier>
    {
        public Test(string before, string after, int action)
        {
            TestCode = before;
            FixedCode = after;
            CodeActionIndex = action;
            ReferenceAssemblies = new ReferenceAssemblies("net10.0");
            CompilerDiagnostics = CompilerDiagnostics.Errors;
            MarkupOptions = MarkupOptions.UseFirstDescriptor;
            TestBehaviors = TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
            FixedState.MarkupHandling = MarkupMode.Allow;
            DisabledDiagnostics.Add("CL0913");
            TestState.AdditionalReferences.AddRange(RunningFramework.References);
            TestState.AdditionalReferences.Add(PowerShellStub.Reference);
        }

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp12);
    }
}
