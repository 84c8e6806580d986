namespace ConnectorLint.PowerShell;

/// <summary>What is known of a value in PowerShell text.</summary>
public enum PowerShellValueKind
{
    /// <summary>Something that only running the script would tell: a variable, a sub-expression, a call.</summary>
    Unknown,

    /// <summary>Text, quoted or bare: <see cref="PowerShellValue.Text"/> has it without quotes, its escapes resolved.</summary>
    Text,

    /// <summary>A bare number: <see cref="PowerShellValue.Text"/> has it as written, which is what a parameter for text gets.</summary>
    Number,

    /// <summary><c>$true</c> or <c>$false</c>: see <see cref="PowerShellValue.Boolean"/>.</summary>
    Boolean,

    /// <summary><c>$null</c>.</summary>
    Null,

    /// <summary>Several values, or <c>@(...)</c>: see <see cref="PowerShellValue.Items"/>, which may be unknown one by one.</summary>
    List,

    /// <summary>No value: nothing, or another parameter, comes after the parameter's name.</summary>
    Switch,
}
