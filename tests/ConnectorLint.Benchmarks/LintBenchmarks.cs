using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using YamlDotNet.Core;

namespace ConnectorLint.Benchmarks;

/// <summary>What a lint costs beyond YamlDotNet's own event loop over the same bytes, and in JSON.</summary>
[MemoryDiagnoser]
public class LintBenchmarks
{
    private readonly Linter _linter = new();
    private string _yaml = "";
    private string _json = "";

    /// <summary>The size of the manifest in bytes.</summary>
    [Params(50_000, 1_000_000)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _yaml = Manifests.Yaml(Manifests.ConnectorsFor(Bytes));
        _json = Manifests.Json(Manifests.ConnectorsFor(Bytes));
    }

    [Benchmark(Baseline = true)]
    public int YamlEvents()
    {
        var parser = new Parser(new Scanner(new StringReader(_yaml), skipComments: true));
        var count = 0;
        while (parser.MoveNext())
            count++;
        return count;
    }

    [Benchmark]
    public SyntaxTree YamlTree() => SyntaxReader.Read(new SourceText("tenant.yaml", _yaml));

    [Benchmark]
    public ReadFile YamlRead() => ManifestReader.Read(new SourceText("tenant.yaml", _yaml));

    [Benchmark]
    public int YamlLint() => _linter.LintText("tenant.yaml", _yaml).Findings.Count;

    [Benchmark]
    public int JsonLint() => _linter.LintText("tenant.json", _json).Findings.Count;
}

/// <summary>Cost grows linearly with the connectors of one tenant.</summary>
public class TenantSizeBenchmarks
{
    private readonly Linter _linter = new();
    private TenantInput _input = null!;

    /// <summary>How many connectors the tenant has.</summary>
    [Params(10_000, 30_000, 100_000)]
    public int Connectors { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var file = ManifestReader.Read(new SourceText("tenant.json", Manifests.Json(Connectors)));
        _input = new TenantInput("contoso", [file], file.Parts);
    }

    [Benchmark]
    public int Rules() => _linter.Lint(_input).Findings.Count;
}

/// <summary>Runs the benchmarks: <c>dotnet run -c Release --project tests/ConnectorLint.Benchmarks -- --filter '*'</c>.</summary>
public static class Program
{
    public static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
