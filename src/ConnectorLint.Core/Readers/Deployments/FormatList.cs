namespace ConnectorLint.Readers.Deployments;

/// <summary>The deployment formats in the order in which they are tried: the first that recognises a document reads it.</summary>
internal static class FormatList
{
    public static readonly IReadOnlyList<IFormat> All =
        [new DscDocument(), new WinGetDocument(), new TenantMonitor(), new ScubaGearReport(), new CippTemplate(), new DatumData(), new DscReport(), new ExchangeExport()];
}
