namespace ConnectorLint.PowerShell;

/// <summary>A named parameter of a command.</summary>
/// <param name="Name">The name as written, without its dash: perhaps an abbreviation (see <see cref="PowerShellParameterNames"/>).</param>
/// <param name="Start">The offset of its dash.</param>
/// <param name="Length">The length of dash and name, without a colon.</param>
/// <param name="Value">The value behind it. PowerShell itself gives it to the parameter only if that is no switch, or with a colon.</param>
/// <param name="HasColon">Whether the value is tied to the name, as in <c>-Confirm:$false</c>.</param>
public sealed record PowerShellParameter(string Name, int Start, int Length, PowerShellValue Value, bool HasColon);
