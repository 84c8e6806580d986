namespace ConnectorLint.PowerShell;

/// <summary>A command in PowerShell text that is called by a constant name.</summary>
public sealed class PowerShellCommand
{
    /// <summary>Its name as written, without its module: <c>New-InboundConnector</c>. Letter case has no meaning.</summary>
    public required string Name { get; init; }

    /// <summary>The offset of the name; of its quote if it is quoted.</summary>
    public required int NameStart { get; init; }

    /// <summary>The length of the name as written.</summary>
    public required int NameLength { get; init; }

    /// <summary>The offset just behind its last parameter or value.</summary>
    public required int End { get; init; }

    /// <summary>Whether it runs only sometimes or several times: in a branch, a loop, a function, a script block, behind <c>&amp;&amp;</c> or <c>||</c>.</summary>
    public required bool IsConditional { get; init; }

    /// <summary>Whether other commands or values are piped into it: how often it runs, and for what, is not known.</summary>
    public required bool HasPipelineInput { get; init; }

    /// <summary>Whether it may have more parameters than those in <see cref="Parameters"/>: it is splatted, or piped into.</summary>
    public required bool HasUnknownParameters { get; init; }

    /// <summary>Its named parameters in the order of the text, each as often as it is written.</summary>
    public required IReadOnlyList<PowerShellParameter> Parameters { get; init; }

    /// <summary>Its values without a name, in the order of the text.</summary>
    public required IReadOnlyList<PowerShellValue> Arguments { get; init; }

    /// <summary>
    /// The same command, after parameters that are switches have given back the value behind them: in <c>-WhatIf a</c>, <c>a</c> is an argument.
    /// The text alone doesn't tell which parameters are switches.
    /// </summary>
    public PowerShellCommand WithSwitches(Func<string, bool> isSwitch)
    {
        var parameters = new List<PowerShellParameter>(Parameters.Count);
        var arguments = new List<PowerShellValue>(Arguments);
        foreach (var parameter in Parameters)
        {
            if (parameter.HasColon || parameter.Value.Kind == PowerShellValueKind.Switch || !isSwitch(parameter.Name))
            {
                parameters.Add(parameter);
                continue;
            }

            arguments.Add(parameter.Value);
            parameters.Add(parameter with { Value = PowerShellValue.Switch(parameter.Start + parameter.Length) });
        }

        if (arguments.Count == Arguments.Count)
            return this;
        arguments.Sort((a, b) => a.Start.CompareTo(b.Start));
        return new PowerShellCommand
        {
            Name = Name,
            NameStart = NameStart,
            NameLength = NameLength,
            End = End,
            IsConditional = IsConditional,
            HasPipelineInput = HasPipelineInput,
            HasUnknownParameters = HasUnknownParameters,
            Parameters = parameters,
            Arguments = arguments,
        };
    }
}
