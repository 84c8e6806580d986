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

    public HostingTypes(Compilation compilation)
    {
        _powerShell = Find(compilation, "System.Management.Automation.PowerShell");
        _psCommand = Find(compilation, "System.Management.Automation.PSCommand");
        _command = Find(compilation, "System.Management.Automation.Runspaces.Command");
        _parameter = Find(compilation, "System.Management.Automation.Runspaces.CommandParameter");
        _parameters = Find(compilation, "System.Management.Automation.Runspaces.CommandParameterCollection");
        _commands = Find(compilation, "System.Management.Automation.Runspaces.CommandCollection");
    }

    /// <summary>Whether the compilation can see the API at all.</summary>
    public bool Exist => _powerShell is not null || _psCommand is not null || _command is not null;

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

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? wanted) => wanted is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, wanted);

    private static INamedTypeSymbol? Find(Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName(name) ?? compilation.GetTypesByMetadataName(name).FirstOrDefault();
}
