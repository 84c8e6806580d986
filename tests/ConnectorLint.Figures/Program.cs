using System.Diagnostics;
using System.Globalization;
using ConnectorLint;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using YamlDotNet.Core;

// The figures of docs/performance.md that are taken inside a process, native or not; scripts/bench takes those of whole processes.
if (args is ["write", var folder, var count, var bytes])
{
    // So many tenants of so many bytes each, for whole-process runs.
    Directory.CreateDirectory(folder);
    for (var i = 0; i < int.Parse(count, CultureInfo.InvariantCulture); i++)
        File.WriteAllText(Path.Combine(folder, $"t{i}.yaml"), Manifests.Yaml(Manifests.ConnectorsFor(int.Parse(bytes, CultureInfo.InvariantCulture)), $"t{i}"));
    return 0;
}

if (args is ["write-fleet", var fleet, var tenants])
{
    // So many tenants of two files each: the topology and the connectors apart.
    for (var i = 0; i < int.Parse(tenants, CultureInfo.InvariantCulture); i++)
    {
        var home = Path.Combine(fleet, (i / 100).ToString(CultureInfo.InvariantCulture), $"t{i}");
        Directory.CreateDirectory(home);
        var manifest = Manifests.Yaml(4, $"t{i}");
        var connectors = manifest.IndexOf("inboundConnectors:", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(home, "topology.yaml"), manifest[..connectors]);
        File.WriteAllText(Path.Combine(home, "connectors.yaml"), $"connectorlint: 1\ntenant: t{i}\n{manifest[connectors..]}");
    }

    return 0;
}

if (args is ["write-foreign", var foreign, var files])
{
    // Files of other tools, 5 KB each.
    Directory.CreateDirectory(foreign);
    for (var i = 0; i < int.Parse(files, CultureInfo.InvariantCulture); i++)
        File.WriteAllText(Path.Combine(foreign, $"f{i}.yaml"), string.Concat(Enumerable.Repeat("- name: a step of somebody's pipeline\n  run: dotnet build\n", 90)));
    return 0;
}

if (args is ["write-json", var path, var size])
{
    File.WriteAllText(path, Manifests.Json(int.Parse(size, CultureInfo.InvariantCulture)));
    return 0;
}

if (args is ["loop", var rounds])
{
    // For a profiler.
    var once = Manifests.Yaml(Manifests.ConnectorsFor(1_000_000));
    for (var i = 0; i < int.Parse(rounds, CultureInfo.InvariantCulture); i++)
        new Linter().LintText("t.yaml", once);
    return 0;
}

if (args is ["allocations"])
{
    // What each stage of a lint leaves to the garbage collector, and how often that runs for it.
    var text = Manifests.Yaml(Manifests.ConnectorsFor(1_000_000));
    foreach (var (name, work) in new (string, Func<int>)[]
    {
        ("YamlDotNet's event loop", () => Events(text)),
        ("our tree, YAML", () => SyntaxReader.Read(new SourceText("t.yaml", text)).Documents.Count),
        ("read, YAML", () => ManifestReader.Read(new SourceText("t.yaml", text)).Parts.Count),
        ("lint, YAML", () => new Linter().LintText("t.yaml", text).Findings.Count),
    })
    {
        work();
        GC.Collect();
        var (before, collections) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(0));
        work();
        Console.WriteLine($"  {name,-26} {(GC.GetAllocatedBytesForCurrentThread() - before) / 1048576.0,8:F2} MiB   {GC.CollectionCount(0) - collections} collections");
    }

    // The same by phase and rule: a clock of bytes.
    var part = ManifestReader.Read(new SourceText("t.yaml", text));
    var laps = new LintTimings(() => new TimeSpan(GC.GetAllocatedBytesForCurrentThread()));
    new Linter().Lint(new TenantInput("contoso", [part], part.Parts), laps);
    foreach (var (phase, allocated) in laps.Phases)
        Console.WriteLine($"  {phase,-26} {allocated.Ticks / 1024.0,8:F0} KiB");
    foreach (var (rule, allocated) in laps.Rules.OrderByDescending(rule => rule.Value).Take(20))
        Console.WriteLine($"    {rule,-24} {allocated.Ticks / 1024.0,8:F0} KiB");
    return 0;
}

if (args is ["events", var document])
{
    // YamlDotNet's bare event loop as a whole process, for the table of scripts/bench.
    Console.WriteLine(Events(File.ReadAllText(document)));
    return 0;
}

if (args is ["space", .. var shapes])
{
    SpaceFigures.Write(shapes);
    return 0;
}

if (args is ["idle", .. var named])
{
    IdleFigures.Write(named);
    return 0;
}

var linter = new Linter();
var yaml = Manifests.Yaml(Manifests.ConnectorsFor(1_000_000));
var json = Manifests.Json(Manifests.ConnectorsFor(1_000_000));
Console.WriteLine($"one manifest: {yaml.Length:N0} bytes of YAML, {json.Length:N0} of JSON, {Manifests.ConnectorsFor(1_000_000):N0} connectors; one thread; medians of 15 runs in turn");
var rows = Compare(
    15,
    ("YamlDotNet's event loop", () => Events(yaml)),
    ("our tree, YAML", () => SyntaxReader.Read(new SourceText("t.yaml", yaml)).Documents.Count),
    ("read, YAML", () => ManifestReader.Read(new SourceText("t.yaml", yaml)).Parts.Count),
    ("lint, YAML", () => linter.LintText("t.yaml", yaml).Findings.Count),
    ("our tree, JSON", () => SyntaxReader.Read(new SourceText("t.json", json)).Documents.Count),
    ("read, JSON", () => ManifestReader.Read(new SourceText("t.json", json)).Parts.Count),
    ("lint, JSON", () => linter.LintText("t.json", json).Findings.Count));
foreach (var (name, time) in rows)
    Console.WriteLine($"  {name,-26} {time,8:F2} ms   {time / rows[0].Time,5:F2} x the event loop");
Console.WriteLine($"  JSON is {rows[3].Time / rows[6].Time:F2} x as fast as the same YAML");

Console.WriteLine("2,000 files of 4 KB in memory, read and linted; medians of 7 runs in turn");
var texts = Enumerable.Range(0, 2000).Select(i => Manifests.Yaml(Manifests.ConnectorsFor(4_000), $"t{i}")).ToArray();
var threads = Compare(7, ("one thread", () => LintAll(texts, 1)), ("two threads", () => LintAll(texts, 2)));
foreach (var (name, time) in threads)
    Console.WriteLine($"  {name,-26} {time,8:F2} ms");
Console.WriteLine($"  two threads are {threads[0].Time / threads[1].Time:F2} x as fast as one");
if (args is ["brief"])
    return 0;

Console.WriteLine("one tenant, rules only (read before); medians of 3 runs, in ms, and findings at 100,000 connectors");
Console.WriteLine($"  {"shape",-26} {"10,000",9} {"30,000",9} {"100,000",9} {"findings",9}");
var asOf = new DateTime(2026, 11, 24);
foreach (var (name, make) in Shapes.All)
{
    Console.Write($"  {name,-26}");
    var findings = 0;
    foreach (var number in (int[])[10_000, 30_000, 100_000])
    {
        var file = ManifestReader.Read(new SourceText("t.json", make(number)));
        var input = new TenantInput("contoso", [file], file.Parts);
        var dated = new Linter(asOf: asOf);
        Console.Write($" {Compare(3, ("rules", () => findings = dated.Lint(input).Findings.Count))[0].Time,9:F0}");
    }

    Console.WriteLine($" {findings,9:N0}");
}

return 0;

static int Events(string text)
{
    var parser = new Parser(new Scanner(new StringReader(text), skipComments: true));
    var events = 0;
    while (parser.MoveNext())
        events++;
    return events;
}

static int LintAll(string[] texts, int threads)
{
    var linter = new Linter();
    var findings = 0;
    Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => Interlocked.Add(ref findings, linter.LintText($"t{i}.yaml", texts[i]).Findings.Count));
    return findings;
}

// In turn, A B A B, so that a drift of the machine's speed meets all alike.
static (string Name, double Time)[] Compare(int runs, params (string Name, Func<int> Work)[] works)
{
    var times = works.Select(_ => new List<double>()).ToArray();
    for (var run = -2; run < runs; run++)
    {
        for (var i = 0; i < works.Length; i++)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            works[i].Work();
            if (run >= 0)
                times[i].Add(watch.Elapsed.TotalMilliseconds);
        }
    }

    return works.Select((work, i) => (work.Name, times[i].Order().ElementAt(times[i].Count / 2))).ToArray();
}
