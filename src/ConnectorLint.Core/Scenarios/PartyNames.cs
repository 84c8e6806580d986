namespace ConnectorLint.Scenarios;

/// <summary>The names of parties.</summary>
public static class PartyNames
{
    /// <summary>The name as the admin center's option has it.</summary>
    public static string Text(this Party party) => party switch
    {
        Party.Office365 => "Office 365",
        Party.YourServer => "Your organization's email server",
        Party.PartnerOrganization => "Partner organization",
        _ => "none",
    };
}
