namespace ConnectorLint.Model;

/// <summary>What is known of a property's value. "Not declared" is never "false", and what is not known is never guessed.</summary>
public enum SettingState : byte
{
    /// <summary>Not given (or, on a connector, given as null, an empty string or an empty list, which mean the same).</summary>
    Absent,

    /// <summary>Given by an expression or a variable: rules that need the value are silent.</summary>
    Unknown,

    /// <summary>Given on a condition (C#: under an <c>if</c>): rules that need certainty are silent.</summary>
    Conditional,

    /// <summary>Given, but not usable and already reported: rules that depend on it are silent without a line of their own.</summary>
    Refused,

    /// <summary>Given and understood.</summary>
    Known,
}
