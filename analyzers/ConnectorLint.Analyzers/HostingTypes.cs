using Microsoft.CodeAnalysis;

namespace ConnectorLint.Analyzers;

/// <summary>The types of the PowerShell hosting API, as the compilation sees them. Matched by symbol: the same names are common elsewhere.</summary>
internal sealed class HostingTypes
{
    private readonly INamedTypeSymbol? _powerShell;
    private readonly INamedTypeSymbol? _psCommand;
    private readonly INamedTypeSymbol? _command;
    private readonly INamedTypeSymbol? _parameter;
    private readonly INamedTypeSymbol? _parameters;
    private readonly INamedTypeSymbol? _commands;
    private readonly INamedTypeSymbol? _runspace;
    private readonly INamedTypeSymbol? _scriptBlock;
    private readonly INamedTypeSymbol? _intrinsics;
    private readonly INamedTypeSymbol? _invoke;

    public HostingTypes(Compilation compilation)
    {
        _powerShell = Find(compilation, "System.Management.Automation.PowerShell");
        _psCommand = Find(compilation, "System.Management.Automation.PSCommand");
        _command = Find(compilation, "System.Management.Automation.Runspaces.Command");
        _parameter = Find(compilation, "System.Management.Automation.Runspaces.CommandParameter");
        _parameters = Find(compilation, "System.Management.Automation.Runspaces.CommandParameterCollection");
        _commands = Find(compilation, "System.Management.Automation.Runspaces.CommandCollection");
        _runspace = Find(compilation, "System.Management.Automation.Runspaces.Runspace");
        _scriptBlock = Find(compilation, "System.Management.Automation.ScriptBlock");
        _intrinsics = Find(compilation, "System.Management.Automation.CommandInvocationIntrinsics");
        _invoke = Find(compilation, "System.Management.Automation.RunspaceInvoke");
    }

    /// <summary>PowerShell or PSCommand: what commands are added to, one after the other.</summary>
    public bool IsBuilder(ITypeSymbol? type) => Is(type, _powerShell) || Is(type, _psCommand);

    /// <summary>A command that is made for itself.</summary>
    public bool IsCommand(ITypeSymbol? type) => Is(type, _command);

    /// <summary>A parameter that is made for itself.</summary>
    public bool IsParameter(ITypeSymbol? type) => Is(type, _parameter);

    /// <summary>The parameters of a command.</summary>
    public bool IsParameters(ITypeSymbol? type) => Is(type, _parameters);

    /// <summary>The commands of a pipeline.</summary>
    public bool IsCommands(ITypeSymbol? type) => Is(type, _commands);

    /// <summary>Whether the first text that a method takes is a script; those of commands and of builders aside.</summary>
    public bool RunsScript(IMethodSymbol method) => method.Name switch
    {
        "CreatePipeline" or "CreateNestedPipeline" => Is(method.ContainingType, _runspace),
        "Create" => Is(method.ContainingType, _scriptBlock),
        "InvokeScript" or "NewScriptBlock" => Is(method.ContainingType, _intrinsics),
        "Invoke" => Is(method.ContainingType, _invoke),
        _ => false,
    };

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? wanted) => wanted is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, wanted);

    private static INamedTypeSymbol? Find(Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName(name) ?? compilation.GetTypesByMetadataName(name).FirstOrDefault();
}
