using Microsoft.CodeAnalysis;

namespace ConnectorLint.Analyzers.Tests.Testing;

/// <summary>The hosting API as source: quicker than the package, and with what that lacks (pipelines). One test holds the analyzer against the package.</summary>
internal static class PowerShellStub
{
    public const string Source = """
        namespace System.Management.Automation
        {
            using System.Collections;
            using System.Management.Automation.Runspaces;

            public sealed class PowerShell : System.IDisposable
            {
                public static PowerShell Create() => null;
                public PSCommand Commands { get; set; }
                public PowerShell AddCommand(string cmdlet) => this;
                public PowerShell AddCommand(string cmdlet, bool useLocalScope) => this;
                public PowerShell AddParameter(string parameterName) => this;
                public PowerShell AddParameter(string parameterName, object value) => this;
                public PowerShell AddParameters(IDictionary parameters) => this;
                public PowerShell AddParameters(IList parameters) => this;
                public PowerShell AddArgument(object value) => this;
                public PowerShell AddScript(string script) => this;
                public PowerShell AddScript(string script, bool useLocalScope) => this;
                public PowerShell AddStatement() => this;
                public object Invoke() => null;
                public void Dispose() { }
            }

            public sealed class PSCommand
            {
                public PSCommand AddCommand(string command) => this;
                public PSCommand AddParameter(string parameterName) => this;
                public PSCommand AddParameter(string parameterName, object value) => this;
                public PSCommand AddArgument(object value) => this;
                public PSCommand AddScript(string script) => this;
                public PSCommand AddStatement() => this;
                public void Clear() { }
            }

            public class ScriptBlock
            {
                public static ScriptBlock Create(string script) => null;
            }

            public class CommandInvocationIntrinsics
            {
                public object InvokeScript(string script) => null;
                public ScriptBlock NewScriptBlock(string scriptText) => null;
            }
        }

        namespace System.Management.Automation.Runspaces
        {
            public sealed class Command
            {
                public Command(string command) { }
                public Command(string command, bool isScript) { }
                public CommandParameterCollection Parameters { get; }
            }

            public sealed class CommandParameter
            {
                public CommandParameter(string name) { }
                public CommandParameter(string name, object value) { }
            }

            public sealed class CommandParameterCollection : System.Collections.ObjectModel.Collection<CommandParameter>
            {
                public void Add(string name) { }
                public void Add(string name, object value) { }
            }

            public sealed class CommandCollection : System.Collections.ObjectModel.Collection<Command>
            {
                public void Add(string command) { }
                public void AddScript(string scriptContents) { }
            }

            public abstract class Runspace
            {
                public Pipeline CreatePipeline() => null;
                public Pipeline CreatePipeline(string command) => null;
                public Pipeline CreatePipeline(string command, bool addToHistory) => null;
                public Pipeline CreateNestedPipeline(string command, bool addToHistory) => null;
            }

            public sealed class Pipeline
            {
                public CommandCollection Commands { get; }
                public object Invoke() => null;
            }
        }
        """;

    /// <summary>The same, compiled.</summary>
    public static MetadataReference Reference { get; } = RunningFramework.Compile("System.Management.Automation", Source);
}
