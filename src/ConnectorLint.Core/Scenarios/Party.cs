namespace ConnectorLint.Scenarios;

/// <summary>Who stands at an end of a connector, in the option names of the admin center. Source: connectors.md 2.</summary>
public enum Party : byte
{
    /// <summary>Nobody: no connector of that direction.</summary>
    None,

    /// <summary>"Office 365".</summary>
    Office365,

    /// <summary>"Your organization's email server".</summary>
    YourServer,

    /// <summary>"Partner organization".</summary>
    PartnerOrganization,
}
