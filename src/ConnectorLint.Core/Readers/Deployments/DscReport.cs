using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>A report of Microsoft365DSC as JSON: its resources, flat. Source: formats.md A4.</summary>
internal sealed class DscReport : IFormat
{
    private static readonly string[] Workloads = ["AAD", "EXO", "SPO", "Teams", "Intune", "SC", "OD", "O365", "PP", "Planner", "Defender"];

    private static readonly Dialect Dialect = new() { Read = Expression, IsOutput = true };

    /// <inheritdoc/>
    public string Name => "Microsoft365DSC report";

    /// <inheritdoc/>
    public bool IsDeployed => false;

    /// <inheritdoc/>
    public string? Remedy => "Make the report again: New-M365DSCReportFromConfiguration -Type JSON.";

    /// <inheritdoc/>
    public bool Recognises(ForeignDocument document) => ExchangeExport.RecordsIn(document.Root).FirstOrDefault() is { } first && ResourceOf(first) is { } name && IsResource(name);

    /// <inheritdoc/>
    public IEnumerable<DeployedList> ListsToAddTo(ForeignDocument document) => [];

    /// <inheritdoc/>
    public IEnumerable<ManifestPart> Read(ForeignDocument document)
    {
        var part = new PartBuilder(Name, document) { IsWholeTenant = true };
        foreach (var record in ExchangeExport.RecordsIn(document.Root))
        {
            if (ResourceOf(record) is { } name && RecordKinds.OfResource(name) is var kind and not RecordKind.None)
                part.Add(kind, record, Dialect);
        }

        if (!part.IsEmpty)
            yield return part.Build();
    }

    private static string? ResourceOf(MappingNode record) => record.Find("ResourceName") is ScalarNode { IsString: true } name ? name.Text : null;

    private static bool IsResource(string name) =>
        Workloads.Any(workload => name.StartsWith(workload, StringComparison.Ordinal) && name.Length > workload.Length && name[workload.Length] is >= 'A' and <= 'Z');

    // What was a variable in the source is one still.
    private static ScalarReading Expression(ScalarNode node, Diagnostics.FindingSink sink) =>
        Placeholders.HasVariable(node.Text) ? new ScalarReading(node, SettingState.Unknown) : new ScalarReading(node);
}
