using Microsoft.CodeAnalysis;

namespace ConnectorLint.Analyzers;

/// <summary>Names and values that code puts together before it hands them on: a dictionary, an anonymous object, an object of its own making.</summary>
internal sealed class ParameterBag
{
    public List<CodeParameter> Parameters { get; } = [];

    /// <summary>Whether there may be more in it than can be seen.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether its type says that it holds names and values. Else only names of parameters count.</summary>
    public bool IsDictionary { get; init; }

    /// <summary>What is in it under a name; null when nothing is.</summary>
    public IOperation? Find(string name) => Parameters.Find(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>Puts a value in under a name; one that is there already is replaced, for certain or perhaps.</summary>
    public void Put(CodeParameter parameter, bool isConditional)
    {
        var at = Parameters.FindIndex(other => string.Equals(other.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
            Parameters.Add(parameter);
        else
            Parameters[at] = isConditional ? Parameters[at] with { IsUncertain = true } : parameter;
    }

    /// <summary>Takes a name out, for certain or perhaps.</summary>
    public void Remove(string name)
    {
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (string.Equals(Parameters[i].Name, name, StringComparison.OrdinalIgnoreCase))
                Parameters[i] = Parameters[i] with { IsUncertain = true };
        }
    }
}
