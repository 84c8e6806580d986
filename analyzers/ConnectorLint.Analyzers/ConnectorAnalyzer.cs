using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;
using Finding = ConnectorLint.Diagnostics.Diagnostic;

namespace ConnectorLint.Analyzers;

/// <summary>Judges the Exchange Online connectors that C# code creates, and the manifests among the additional files.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConnectorAnalyzer : DiagnosticAnalyzer
{
    private const string TenantKey = "connectorlint_tenant";
    private const string OpenCommandsKey = "connectorlint_csharp_open_commands";
    private const string AsOfKey = "connectorlint_as_of";
    private const string SeverityKey = "connectorlint_severity.";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var configurations = new Configurations(context.Options.AdditionalFiles, context.CancellationToken);
        var tenants = DeclaredTenants.Read(context.Options.AdditionalFiles, configurations, context.CancellationToken);
        var code = NamingCode.Of(context.Compilation, context.CancellationToken);
        if (!code.Exists && tenants.All.Count == 0)
            return;
        var run = new CompilationRun(tenants, code, new HostingTypes(context.Compilation), configurations, AsOf(context.Options.AnalyzerConfigOptionsProvider, context.Compilation));
        if (code.Exists)
            context.RegisterOperationBlockAction(run.OnBlock);
        context.RegisterCompilationEndAction(run.OnEnd);
    }

    // The compiler has no clock, so that the same sources give the same build: a day is named, or no rule speaks of a date.
    private static DateTime? AsOf(AnalyzerConfigOptionsProvider provider, Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.FirstOrDefault();
        if (!provider.GlobalOptions.TryGetValue(AsOfKey, out var day) && (tree is null || !provider.GetOptions(tree).TryGetValue(AsOfKey, out day)))
            return null;
        return DateTime.TryParseExact(day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) ? known : null;
    }

    /// <summary>What is found in one compilation. Used by several threads at once.</summary>
    private sealed class CompilationRun
    {
        private readonly DeclaredTenants _tenants;
        private readonly NamingCode _code;
        private readonly HostingTypes _hosting;
        private readonly SettingsByFile? _settings;
        private readonly TenantJudge _judge;

        // By the place of the cmdlet's name (and which of those it is that a text of another file has there): a text that several calls run,
        // and a block that the editor asks for again, are not two connectors.
        private readonly ConcurrentDictionary<(CodeFile File, TextSpan Name, int Place), (CodeConnector Connector, string? Tenant)> _connectors = new();
        private readonly ConcurrentDictionary<(string Id, Syntax.SourceText File, int Start, int Length), bool> _reported = new();

        public CompilationRun(DeclaredTenants tenants, NamingCode code, HostingTypes hosting, Configurations configurations, DateTime? asOf)
        {
            _tenants = tenants;
            _code = code;
            _hosting = hosting;
            if (configurations.Exist)
                _settings = new SettingsByFile(tenants.Paths.Concat(code.Paths).Distinct(StringComparer.Ordinal).ToDictionary(path => path, configurations.Of, StringComparer.Ordinal));
            _judge = new TenantJudge(_settings, asOf);
        }

        public void OnBlock(OperationBlockAnalysisContext context)
        {
            var mayName = false;
            foreach (var block in context.OperationBlocks)
                mayName |= _code.May(block.Syntax);
            if (!mayName)
                return;
            var operations = context.OperationBlocks.SelectMany(Operations.InOrder).ToList();
            if (operations.Count == 0)
                return;
            var file = CodeFile.Of(operations[0].Syntax.SyntaxTree);
            var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(file.Tree);
            var isStrict = options.TryGetValue(OpenCommandsKey, out var open) && string.Equals(open, "true", StringComparison.OrdinalIgnoreCase);
            var locals = new LocalValues(operations);
            var commands = BlockReader.Read(operations, _hosting, file, locals, isStrict);
            if (commands.Count == 0)
                return;
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!options.TryGetValue(TenantKey, out var tenant))
                tenant = _settings?.Of(file.Tree.FilePath).Tenant?.Value;
            var connectors = new List<CodeConnector>();
            foreach (var call in commands.Where(command => command.Site.Syntax.SyntaxTree == file.Tree).GroupBy(command => (command.Site, command.NameSpan)))
            {
                var place = 0;
                foreach (var command in call)
                {
                    var connector = CommandReader.Read(command, file, locals);
                    connectors.Add(connector);
                    _connectors[(file, command.NameSpan, place++)] = (connector, tenant);
                }
            }

            // A text that is run twice has its faults once.
            var reported = new HashSet<(string, Syntax.SourceText, int, int)>();
            foreach (var connector in connectors)
            {
                foreach (var finding in _judge.Live([connector], _tenants.For(tenant)))
                {
                    if (!reported.Add(KeyOf(finding)))
                        continue;
                    _reported.TryAdd(KeyOf(finding), true);
                    Report(finding, isAtEnd: false, [file], PlaceOf(connector), context.Options, context.ReportDiagnostic);
                }
            }
        }

        public void OnEnd(CompilationAnalysisContext context)
        {
            var connectors = _connectors.OrderBy(c => c.Key.File.Tree.FilePath, StringComparer.Ordinal).ThenBy(c => c.Key.Name.Start).ThenBy(c => c.Key.Place).Select(c => c.Value).ToList();
            var files = connectors.Select(c => c.Connector.File).Distinct().ToList();
            var byTenant = connectors.ToLookup(c => _tenants.For(c.Tenant), c => c.Connector);
            var unassigned = byTenant[null].ToList();
            foreach (var tenant in _tenants.All)
                ReportWhole([.. byTenant[tenant]], tenant, unassigned.Count > 0);
            if (unassigned.Count > 0)
                ReportWhole(unassigned, null, false);

            void ReportWhole(IReadOnlyList<CodeConnector> own, TenantInput? tenant, bool mayHaveMore)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                foreach (var finding in _judge.Whole(own, tenant, mayHaveMore))
                {
                    if (!_reported.ContainsKey(KeyOf(finding)))
                        Report(finding, isAtEnd: true, files, Behind(finding, own), context.Options, context.ReportDiagnostic);
                }
            }
        }

        private static CallPlace PlaceOf(CodeConnector connector) => new(connector.File.Tree.FilePath, connector.Store.Span.Start);

        // A missing connector is added behind the last one that is made, of its own direction if there is one.
        private static CallPlace? Behind(Finding finding, IReadOnlyList<CodeConnector> own)
        {
            if (finding.Fixes.Count == 0 || finding.Fixes[0].Intent is not { Kind: FixKind.AddConnector } intent)
                return null;
            var direction = intent.Property == "inboundConnectors" ? Direction.Inbound : Direction.Outbound;
            var made = own.Where(connector => connector.Cmdlet.Verb == CmdletVerb.New).ToList();
            var last = made.LastOrDefault(connector => connector.Cmdlet.Direction == direction) ?? made.LastOrDefault();
            return last is null ? null : PlaceOf(last);
        }

        private static (string Id, Syntax.SourceText File, int Start, int Length) KeyOf(Finding finding) => (finding.Rule.Id, finding.Span.File, finding.Span.Start, finding.Span.Length);

        private void Report(Finding finding, bool isAtEnd, IReadOnlyList<CodeFile> files, CallPlace? call, AnalyzerOptions options, Action<Diagnostic> report)
        {
            if (finding.Span.IsNone || LocationOf(finding.Span, files) is not { } location)
                return;
            var severity = Descriptors.SeverityOf(finding.Severity);
            // The compiler reads no .editorconfig for additional files, so there is a key of our own.
            if (_tenants.FileOf(finding.Span.File) is { } additional
                && options.AnalyzerConfigOptionsProvider.GetOptions(additional).TryGetValue(SeverityKey + finding.Rule.Id, out var configured))
            {
                if (SeverityNamed(configured, severity) is not { } chosen)
                    return;
                severity = chosen;
            }
            else if (_settings?.Of(finding).Rules?.Of(finding.Rule)?.Level == RuleLevel.Off)
            {
                return;
            }

            var related = finding.Related.Select(place => LocationOf(place.Span, files)).OfType<Location>();
            report(Diagnostic.Create(Descriptors.Of(finding.Rule, isAtEnd), location, severity, related, FixProperties.Of(finding, call), finding.Message));
        }

        private Location? LocationOf(Syntax.SourceSpan span, IReadOnlyList<CodeFile> files)
        {
            if (span.IsNone)
                return null;
            if (_tenants.FileOf(span.File) is not { } additional)
                return files.FirstOrDefault(file => ReferenceEquals(file.Text, span.File))?.Location(span);
            var start = span.File.PositionAt(span.Start);
            var end = span.File.PositionAt(span.End);
            return Location.Create(
                additional.Path, new TextSpan(span.Start, span.Length),
                new LinePositionSpan(new LinePosition(start.Line - 1, start.Column - 1), new LinePosition(end.Line - 1, end.Column - 1)));
        }

        private static DiagnosticSeverity? SeverityNamed(string name, DiagnosticSeverity otherwise) => name.Trim().ToLowerInvariant() switch
        {
            "none" or "off" or "silent" => null,
            "error" => DiagnosticSeverity.Error,
            "warning" => DiagnosticSeverity.Warning,
            "suggestion" or "info" => DiagnosticSeverity.Info,
            _ => otherwise,
        };
    }
}
