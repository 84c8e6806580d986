namespace ConnectorLint.Model;

/// <summary>The type that a connector has in effect.</summary>
internal static class ConnectorTypes
{
    /// <summary>The type, or Partner where none is given (the inferred default); null when it is not known. Source: rules.md 0.</summary>
    public static ConnectorType? Effective(Setting<ConnectorType> given) => given.IsAbsent ? ConnectorType.Partner : given.IsKnown ? given.Value : null;
}
