using System.Text;
using ConnectorLint.Fuzz.Targets;

namespace ConnectorLint.Fuzz;

/// <summary>Something that reads what others wrote. Where its corpus lies: the folder of its name in Corpus.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Run">Reads an input; throws when the reader does, or when what it read is not sound.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Run)
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        Text("fixes", FixTarget.Run),
        new("output", OutputTarget.Run),
        new("convert", ConvertTarget.Run),
        new("lsp", LanguageServerTarget.Run),
        new("trace", TraceTarget.Run),
        Text("bounce", BounceTarget.Run),
        new("bytes", BytesTarget.Run),
        Text("yaml", text => TreeTarget.Run("input.yaml", text)),
        Text("json", text => TreeTarget.Run("input.json", text)),
        Text("powershell", PowerShellTarget.Run),
        Text("manifest", text => TenantTarget.Run("tenant", text)),
        Text("dsc", text => TenantTarget.Run("mailflow.dsc", text)),
        Text("winget", text => TenantTarget.Run("mailflow.winget", text)),
        Text("datum", text => TenantTarget.Run("cEXOInboundConnector.yml", text)),
        Text("m365dsc", text => TenantTarget.Run("report.json", text)),
        Text("utcm", text => TenantTarget.Run("monitor.json", text)),
        Text("exchange", text => TenantTarget.Run("InboundConnector.json", text)),
        Text("scubagear", text => TenantTarget.Run("ProviderSettingsExport.json", text)),
        Text("cipp", text => TenantTarget.Run("template.json", text)),
        Text("configuration", ConfigurationTarget.Run),
        Text("baseline", ConfigurationTarget.RunBaseline),
    ];

    public static FuzzTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);

    private static FuzzTarget Text(string name, Action<string> run) => new(name, bytes => run(Encoding.UTF8.GetString(bytes)));
}
