using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ConnectorLint.Engine;
using Xunit;
using Xunit.v3;

namespace ConnectorLint.Mutation;

/// <summary>Runs the tests against the mutants that Stryker has put into ConnectorLint.Core.dll, all in one process: for each mutant only the tests
/// that come by it, until one fails. Stryker's own runner asks for each test over a socket, which takes hours for what this does in minutes.</summary>
internal static class MutantRunner
{
    private const int TimeoutMilliseconds = 20_000;

    private const int NoMutant = -1;

    private static int Main(string[] args)
    {
        var folder = args[0];
        var cases = TestCase.All(typeof(MutantRunner).Assembly);
        var control = new MutantSwitch(typeof(Linter).Assembly);
        var results = new ResultFile(Path.Combine(folder, "results.txt"));
        var mutants = ReportFile.Mutants(Path.Combine(folder, "mutants.json"));
        var (covering, inStatic) = ReadCoverage(Path.Combine(folder, "coverage.txt"), cases) ?? Coverage(cases, control, folder);
        var waiting = mutants.Where(mutant => !results.Has(mutant)).ToList();
        Console.Error.WriteLine($"{cases.Count} tests, {mutants.Count} mutants, {waiting.Count} to run, {mutants.Count(inStatic.Contains)} in static initializers");
        var started = Environment.TickCount64;
        foreach (var mutant in waiting)
        {
            if (inStatic.Contains(mutant) && !covering.ContainsKey(mutant))
            {
                results.Write(mutant, "Static", "");
                continue;
            }

            if (!covering.TryGetValue(mutant, out var tests))
            {
                results.Write(mutant, "NoCoverage", "");
                continue;
            }

            results.Write(mutant, "Crashed", "");
            var killer = (TestCase?)null;
            var spoilt = false;
            var thread = new Thread(
                () =>
                {
                    control.Activate(mutant);
                    killer = tests.FirstOrDefault(test => !test.Passes());
                    control.Activate(NoMutant);
                    spoilt = killer?.Passes() == false;
                },
                16 * 1024 * 1024) { IsBackground = true };
            thread.Start();
            var isDone = thread.Join(TimeoutMilliseconds);

            // A test that fails without the mutant, too, tells nothing of it: something static is left over. A new process takes over.
            results.Write(mutant, !isDone ? "Timeout" : spoilt ? "Spoilt" : killer is null ? "Survived" : "Killed", killer?.Name ?? "");
            if (!isDone || spoilt)
                Environment.Exit(3);
        }

        Console.Error.WriteLine($"{(Environment.TickCount64 - started) / 1000} s");
        Summary.Write(folder, Path.Combine(folder, "mutants.json"), results);
        return 0;
    }

    private static (Dictionary<int, List<TestCase>> Covering, HashSet<int> InStatic) Coverage(IReadOnlyList<TestCase> cases, MutantSwitch control, string folder)
    {
        Console.Error.WriteLine("which test comes by which mutant ...");
        var covering = new Dictionary<int, List<TestCase>>();
        var inStatic = new HashSet<int>();
        var failed = new List<string>();

        // Twice: what is only done once in a process, by static initializers, counts for no test.
        foreach (var test in cases)
        {
            control.StartCoverage();
            _ = test.Passes();
            inStatic.UnionWith(control.Covered().InStatic);
        }

        foreach (var test in cases)
        {
            control.StartCoverage();
            var started = Environment.TickCount64;
            if (!test.Passes())
            {
                failed.Add(test.Name);
                continue;
            }

            test.Milliseconds = Environment.TickCount64 - started;
            foreach (var mutant in control.Covered().All)
            {
                if (!covering.TryGetValue(mutant, out var list))
                    covering.Add(mutant, list = []);
                list.Add(test);
            }
        }

        control.EndCoverage();
        if (failed.Count > 0)
            throw new InvalidOperationException($"without a mutant these fail: {string.Join(", ", failed.Distinct())}");
        foreach (var list in covering.Values)
            list.Sort((x, y) => x.Milliseconds.CompareTo(y.Milliseconds));

        // For the process that takes over when a mutant has ended this one.
        var numbers = cases.Select((test, number) => (test, number)).ToDictionary(pair => pair.test, pair => pair.number);
        File.WriteAllLines(
            Path.Combine(folder, "coverage.txt"),
            [string.Join(' ', inStatic), .. covering.Select(entry => $"{entry.Key} {string.Join(' ', entry.Value.Select(test => numbers[test]))}")]);
        return (covering, inStatic);
    }

    private static (Dictionary<int, List<TestCase>> Covering, HashSet<int> InStatic)? ReadCoverage(string path, IReadOnlyList<TestCase> cases)
    {
        if (!File.Exists(path))
            return null;
        var rows = File.ReadLines(path).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        return (rows.Skip(1).ToDictionary(row => row[0], row => row.Skip(1).Select(number => cases[number]).ToList()), [.. rows[0]]);
    }
}

/// <summary>One test with its arguments.</summary>
internal sealed class TestCase
{
    private readonly Type _type;
    private readonly MethodInfo _method;
    private readonly object?[] _arguments;

    private TestCase(Type type, MethodInfo method, object?[] arguments)
    {
        _type = type;
        _method = method;
        _arguments = Fitted(method.GetParameters(), arguments);
    }

    public string Name => $"{_type.Name}.{_method.Name}";

    public long Milliseconds { get; set; }

    public static IReadOnlyList<TestCase> All(Assembly assembly) =>
        (from type in assembly.GetTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)
         where !type.IsAbstract
         from method in type.GetMethods()
         where method.GetCustomAttributes().OfType<FactAttribute>().Any()
         from arguments in Rows(type, method)
         select new TestCase(type, method, arguments)).ToArray();

    public bool Passes()
    {
        try
        {
            var instance = Activator.CreateInstance(_type);
            if (_method.Invoke(instance, _arguments) is Task task)
                task.GetAwaiter().GetResult();
            return true;
        }
        catch (TargetInvocationException exception)
        {
            // A test that skips itself has found nothing.
            return exception.InnerException!.Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<object?[]> Rows(Type type, MethodInfo method)
    {
        if (method.GetParameters().Length == 0)
            return [[]];
        var inline = method.GetCustomAttributes<InlineDataAttribute>().Select(row => row.Data);
        return inline.Concat(method.GetCustomAttributes<MemberDataAttribute>().SelectMany(data => Members(type, data)));
    }

    private static IEnumerable<object?[]> Members(Type type, MemberDataAttribute data)
    {
        var owner = data.MemberType ?? type;
        const BindingFlags Flags = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;
        var rows = owner.GetProperty(data.MemberName, Flags)?.GetValue(null) ?? owner.GetMethod(data.MemberName, Flags)?.Invoke(null, data.Arguments) ?? owner.GetField(data.MemberName, Flags)!.GetValue(null)!;
        foreach (var row in (System.Collections.IEnumerable)rows)
            yield return row switch { ITheoryDataRow typed => typed.GetData(), object?[] values => values, _ => [row] };
    }

    private static object?[] Fitted(ParameterInfo[] parameters, object?[] values)
    {
        var isOpen = parameters.Length > 0 && parameters[^1].IsDefined(typeof(ParamArrayAttribute))
            && !(values.Length == parameters.Length && (values[^1] is null || parameters[^1].ParameterType.IsInstanceOfType(values[^1])));
        if (isOpen)
        {
            var rest = Array.CreateInstance(parameters[^1].ParameterType.GetElementType()!, Math.Max(0, values.Length - parameters.Length + 1));
            for (var i = 0; i < rest.Length; i++)
                rest.SetValue(values[parameters.Length - 1 + i], i);
            return [.. values.Take(parameters.Length - 1), rest];
        }

        return [.. values, .. parameters.Skip(values.Length).Select(parameter => parameter.DefaultValue)];
    }
}

/// <summary>The switch that Stryker has compiled into the assembly: which mutant is on, and which were come by.</summary>
internal sealed class MutantSwitch
{
    private readonly Type _type;

    public MutantSwitch(Assembly assembly)
    {
        _type = assembly.GetTypes().Single(type => type.Name == "MutantControl");
    }

    public void Activate(int mutant) => Set("ActiveMutant", mutant);

    public void StartCoverage()
    {
        _ = Call("ResetCoverage");
        Set("CaptureCoverage", true);
    }

    public void EndCoverage() => Set("CaptureCoverage", false);

    public (IList<int> All, IList<int> InStatic) Covered()
    {
        var data = (IList<int>[])Call("GetCoverageData")!;
        return (data[0], data[1]);
    }

    private object? Call(string name) => _type.GetMethod(name, BindingFlags.Static | BindingFlags.Public)!.Invoke(null, null);

    private void Set(string name, object value) => _type.GetField(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.SetValue(null, value);
}

/// <summary>Stryker's report: the mutants that a test can be run against.</summary>
internal static class ReportFile
{
    public static IReadOnlyList<int> Mutants(string path)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(path));
        return report.RootElement.GetProperty("files").EnumerateObject()
            .SelectMany(file => file.Value.GetProperty("mutants").EnumerateArray())
            .Where(mutant => mutant.GetProperty("status").GetString() is not ("Ignored" or "CompileError"))
            .Select(mutant => int.Parse(mutant.GetProperty("id").GetString()!, CultureInfo.InvariantCulture))
            .Order().ToArray();
    }
}

/// <summary>One line for each mutant; the last one counts. It is written at once, so that a crash or an endless loop loses nothing.</summary>
internal sealed class ResultFile
{
    private readonly string _path;
    private readonly Dictionary<int, string> _last = [];

    public ResultFile(string path)
    {
        _path = path;
        if (!File.Exists(path))
            return;
        foreach (var line in File.ReadLines(path))
        {
            var words = line.Split(' ');
            _last[int.Parse(words[0], CultureInfo.InvariantCulture)] = words[1];
        }

        // To be run again, in a process of its own.
        foreach (var mutant in _last.Where(entry => entry.Value == "Spoilt").Select(entry => entry.Key).ToArray())
            _last.Remove(mutant);
    }

    public bool Has(int mutant) => _last.ContainsKey(mutant);

    public string StatusOf(int mutant) => _last[mutant];

    public void Write(int mutant, string status, string test)
    {
        File.AppendAllText(_path, $"{mutant} {status} {test}\n");
        _last[mutant] = status;
    }
}

/// <summary>The score by folder, and the survivors with their places.</summary>
internal static class Summary
{
    public static void Write(string folder, string reportPath, ResultFile results)
    {
        using var report = JsonDocument.Parse(File.ReadAllText(reportPath));
        var survivors = new List<string>();
        var counts = new SortedDictionary<string, (int Noticed, int All, int Dropped)>(StringComparer.Ordinal);
        foreach (var file in report.RootElement.GetProperty("files").EnumerateObject())
        {
            var path = file.Name[(file.Name.IndexOf("ConnectorLint.Core/", StringComparison.Ordinal) + "ConnectorLint.Core/".Length)..];
            var lines = file.Value.GetProperty("source").GetString()!.Split('\n');
            var count = counts.GetValueOrDefault(Path.GetDirectoryName(path)!);
            foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
            {
                if (mutant.GetProperty("status").GetString() is "Ignored")
                    continue;
                if (mutant.GetProperty("status").GetString() is "CompileError")
                {
                    count.Dropped++;
                    continue;
                }

                var id = int.Parse(mutant.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
                var status = results.StatusOf(id);
                count.All++;
                if (status is not ("Survived" or "NoCoverage" or "Static"))
                    count.Noticed++;
                else
                    survivors.Add($"{path}:{Describe(mutant, lines)} {status} #{id}");
            }

            counts[Path.GetDirectoryName(path)!] = count;
        }

        foreach (var (name, (noticed, all, dropped)) in counts)
            Console.WriteLine(Line(name, noticed, all, dropped));
        Console.WriteLine(Line("all", counts.Values.Sum(c => c.Noticed), counts.Values.Sum(c => c.All), counts.Values.Sum(c => c.Dropped)));
        File.WriteAllLines(Path.Combine(folder, "survivors.txt"), survivors);
    }

    private static string Describe(JsonElement mutant, string[] lines)
    {
        var start = mutant.GetProperty("location").GetProperty("start");
        var end = mutant.GetProperty("location").GetProperty("end");
        var (line, column) = (start.GetProperty("line").GetInt32(), start.GetProperty("column").GetInt32());
        var text = lines[line - 1][(column - 1)..];
        var isOneLine = end.GetProperty("line").GetInt32() == line;
        var original = isOneLine ? text[..(end.GetProperty("column").GetInt32() - column)] : text + " ...";
        return $"{line} {original} => {mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" ")}";
    }

    private static string Line(string name, int noticed, int all, int dropped) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-16} {noticed,5} of {all,5} noticed {100.0 * noticed / Math.Max(1, all),6:0.0} %   ({dropped} did not compile)");
}
