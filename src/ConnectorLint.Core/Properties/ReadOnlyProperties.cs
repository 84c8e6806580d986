namespace ConnectorLint.Properties;

/// <summary>Properties that exports carry and nobody can set. Source: connectors.md 3.</summary>
internal static class ReadOnlyProperties
{
    public static readonly string[] Names =
    [
        "guid", "distinguishedName", "whenCreated", "whenChanged", "whenCreatedUTC", "whenChangedUTC", "isValid", "objectState",
        "organizationId", "exchangeVersion", "adminDisplayName", "objectClass", "objectCategory", "runspaceId", "id", "originatingServer",
        "exchangeObjectId", "nameHashGuid", "organizationalUnitRoot", "organizationalUnitRootInternal", "psComputerName", "psShowComputerName", "psSourceJobInstanceId",
    ];
}
