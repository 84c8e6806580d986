namespace ConnectorLint.Descriptions;

/// <summary>The colors of a terminal; nothing where there are none.</summary>
internal sealed class Styles(bool isOn)
{
    public string Error => Code("1;31");

    public string Warning => Code("1;33");

    public string Info => Code("1;36");

    public string Frame => Code("34");

    public string Related => Code("36");

    public string Bold => Code("1");

    public string Reset => Code("0");

    private string Code(string code) => isOn ? $"\u001b[{code}m" : "";
}
