using ConnectorLint.Analyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace ConnectorLint.Analyzers.Tests.Testing;

/// <summary>The light bulb: what is offered for the findings of a project of one C# file and perhaps one tenant file, and what comes of it. (The framework's verifier knows no fixes of additional files.)</summary>
internal sealed class Bulb : IDisposable
{
    private const string CodePath = "/src/Sample.cs";

    private readonly AdhocWorkspace _workspace;
    private readonly DocumentId _code;
    private readonly DocumentId? _tenant;

    private Bulb(string statements, (string Path, string Text)? tenant, string workspace)
    {
        _workspace = new AdhocWorkspace(MefHostServices.DefaultHost, workspace);
        var project = ProjectId.CreateNewId();
        _code = DocumentId.CreateNewId(project);
        var solution = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(project, VersionStamp.Default, "App", "App", LanguageNames.CSharp, compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)))
            .WithProjectMetadataReferences(project, [.. RunningFramework.References, PowerShellStub.Reference])
            .AddDocument(_code, "Sample.cs", SourceText.From(VerifyFix.Head + statements + VerifyFix.Tail), filePath: CodePath);
        if (tenant is { } file)
        {
            _tenant = DocumentId.CreateNewId(project);
            solution = solution.AddAdditionalDocument(_tenant, Path.GetFileName(file.Path), SourceText.From(file.Text), filePath: file.Path);
        }

        Solution = solution;
    }

    public Solution Solution { get; }

    public void Dispose() => _workspace.Dispose();

    /// <summary>What is offered for the findings of a rule.</summary>
    public static async Task<IReadOnlyList<Offer>> For(string id, string statements, (string Path, string Text)? tenant = null)
    {
        using var bulb = new Bulb(statements, tenant, "Custom");
        var offers = new List<Offer>();
        foreach (var finding in await bulb.Findings(id))
        {
            var actions = new List<CodeAction>();
            var cancellation = Xunit.TestContext.Current.CancellationToken;
            if (finding.Location.IsInSource)
                await new ConnectorCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(bulb.Solution.GetDocument(bulb._code)!, finding, (action, _) => actions.Add(action), cancellation));
            else
                await new ManifestFixProvider().RegisterCodeFixesAsync(new CodeFixContext(bulb.Solution.GetAdditionalDocument(bulb._tenant)!, finding, (action, _) => actions.Add(action), cancellation));
            foreach (var action in actions)
            {
                var changed = await Changed(action);
                offers.Add(new Offer(action.Title, action.EquivalenceKey!, await bulb.Statements(changed), bulb._tenant is null ? "" : (await changed.GetAdditionalDocument(bulb._tenant)!.GetTextAsync(cancellation)).ToString()));
            }
        }

        return offers;
    }

    /// <summary>The statements after a fix-all of a rule.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="key">Which of its fixes.</param>
    /// <param name="statements">The statements before.</param>
    /// <param name="workspace">The kind of workspace: an editor's, or that of dotnet format.</param>
    public static async Task<string> All(string id, string? key, string statements, string workspace = "Custom")
    {
        using var bulb = new Bulb(statements, null, workspace);
        var findings = await bulb.Findings(id);
        var provider = new ConnectorCodeFixProvider();
        var context = new FixAllContext(bulb.Solution.GetDocument(bulb._code)!, provider, FixAllScope.Solution, key!, [id], new Provider(findings), Xunit.TestContext.Current.CancellationToken);
        var action = await provider.GetFixAllProvider().GetFixAsync(context);
        return action is null ? statements : await bulb.Statements(await Changed(action));
    }

    private async Task<IReadOnlyList<Diagnostic>> Findings(string id)
    {
        var cancellation = Xunit.TestContext.Current.CancellationToken;
        var project = Solution.Projects.Single();
        var compilation = (await project.GetCompilationAsync(cancellation))!;
        Xunit.Assert.Empty(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var findings = await compilation.WithAnalyzers([new ConnectorAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellation);
        return [.. findings.Where(finding => finding.Id == id).OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    private static async Task<Solution> Changed(CodeAction action) =>
        (await action.GetOperationsAsync(Xunit.TestContext.Current.CancellationToken)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    // What is left has to compile.
    private async Task<string> Statements(Solution solution)
    {
        var cancellation = Xunit.TestContext.Current.CancellationToken;
        var document = solution.GetDocument(_code)!;
        Xunit.Assert.Empty((await document.Project.GetCompilationAsync(cancellation))!.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var text = (await document.GetTextAsync(cancellation)).ToString();
        return text[VerifyFix.Head.Length..^VerifyFix.Tail.TrimStart().Length].TrimEnd();
    }

    private sealed class Provider(IReadOnlyList<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}

/// <summary>What the light bulb offers.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Key">What it has in common with others that are made at once.</param>
/// <param name="Statements">The statements after it.</param>
/// <param name="Tenant">The tenant file after it.</param>
internal sealed record Offer(string Title, string Key, string Statements, string Tenant);
