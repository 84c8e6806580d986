namespace ConnectorLint.PowerShell;

/// <summary>Abbreviated parameter names: PowerShell takes any beginning of a name that no other parameter of the cmdlet shares.</summary>
public static class PowerShellParameterNames
{
    /// <summary>The one parameter that a name as written stands for; null when there is none, or more than one.</summary>
    /// <param name="written">The name as written, without a dash.</param>
    /// <param name="names">All parameter names of the cmdlet, the common ones included.</param>
    public static string? Resolve(string written, IEnumerable<string> names)
    {
        if (written.Length == 0)
            return null;

        string? found = null;
        var isAmbiguous = false;
        foreach (var name in names)
        {
            if (!name.StartsWith(written, StringComparison.OrdinalIgnoreCase))
                continue;

            // A whole name wins over longer ones that begin with it.
            if (name.Length == written.Length)
                return name;
            isAmbiguous |= found is not null && !string.Equals(found, name, StringComparison.OrdinalIgnoreCase);
            found = name;
        }

        return isAmbiguous ? null : found;
    }
}
