namespace ConnectorLint.Scenarios;

/// <summary>S7: MX on-premises. Without relay through the cloud the connectors are not technically needed, only best created up front. Source: MULTI scenarios 3 and 4.</summary>
internal static class MxOnPremises
{
    /// <summary>Lowers "required" to "recommended" where all MX records may point on-premises and your servers are not known to relay through the cloud.</summary>
    public static Verdict Lower(ScenarioContext context, Verdict verdict) =>
        verdict == Verdict.Required && context.CanAllMxBeOnPremises && !context.RelaysToInternet ? Verdict.Recommended : verdict;

    public static ScenarioNote? Note(ScenarioContext context)
    {
        if (!context.AllMxOnPremises)
            return null;
        return context.RelaysToInternet
            ? new ScenarioNote("S7", "MX at your own servers, which send to the internet through Microsoft 365", "Your servers relay through the cloud, so both connectors are needed.", "MULTI")
            : new ScenarioNote("S7", "MX at your own servers", "All mail arrives at your servers, so the connectors are not technically needed; best create them up front.", "MULTI, USE");
    }
}
