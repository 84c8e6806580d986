using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SyntaxNode = ConnectorLint.Syntax.SyntaxNode;

namespace ConnectorLint.Analyzers;

/// <summary>How code calls a cmdlet: what a value means depends on it.</summary>
internal enum CallKind
{
    /// <summary>The PowerShell hosting API: parameters are bound as PowerShell does it.</summary>
    Hosting,

    /// <summary>PowerShell text: parameters are bound as PowerShell does it, but none is true by its name alone.</summary>
    Script,

    /// <summary>A body or a bag that something else sends to the service.</summary>
    Sent,
}

/// <summary>A parameter as code gives it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KeySpan">Where the name stands.</param>
/// <param name="Value">The value; null when it is given without one.</param>
/// <param name="Site">What gives it.</param>
internal sealed record CodeParameter(string Name, TextSpan KeySpan, IOperation? Value, IOperation Site)
{
    /// <summary>Whether it may have been given another value, or been taken away, since.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>The value where it stands inside of a text; null where code gives it.</summary>
    public SyntaxNode? Node { get; init; }
}

/// <summary>A call of a cmdlet.</summary>
/// <param name="Cmdlet">Which.</param>
/// <param name="Kind">How it is called.</param>
/// <param name="NameSpan">Where its name stands.</param>
/// <param name="Site">What calls it.</param>
internal sealed record CodeCommand(Cmdlet Cmdlet, CallKind Kind, TextSpan NameSpan, IOperation Site)
{
    public List<CodeParameter> Parameters { get; } = [];

    /// <summary>Whether there may be parameters that can't be seen.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether it was run as far as can be seen: what follows changes nothing.</summary>
    public bool IsRun { get; set; }

    /// <summary>Whether it may not run at all, though the code around it does: it stands in a branch of a script.</summary>
    public bool IsConditional { get; init; }
}
