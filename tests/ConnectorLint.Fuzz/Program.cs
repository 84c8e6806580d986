using ConnectorLint.Fuzz;
using SharpFuzz;

const string Usage = """
    connectorlint-fuzz TARGET                        read the input from AFL, through SharpFuzz
    connectorlint-fuzz TARGET --replay FILE...       read files, such as crashes that AFL found
    connectorlint-fuzz --list                        the targets
    """;

switch (args)
{
    case ["--list"]:
        foreach (var known in FuzzTarget.All)
            Console.WriteLine(known.Name);
        return 0;
    case [var name] when FuzzTarget.Find(name) is { } target:
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            target.Run(bytes.ToArray());
        });
        return 0;
    case [var name, "--replay", .. { Length: > 0 } paths] when FuzzTarget.Find(name) is { } target:
        foreach (var path in paths)
        {
            Console.WriteLine(path);
            target.Run(File.ReadAllBytes(path));
        }

        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
