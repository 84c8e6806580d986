using System.Globalization;
using ConnectorLint.Fuzz;
using SharpFuzz;

const string Usage = """
    connectorlint-fuzz TARGET                        read the input from AFL, through SharpFuzz
    connectorlint-fuzz TARGET --replay FILE...       read files, such as crashes that AFL found
    connectorlint-fuzz TARGET --random SECONDS SEED  change seeds at random, without AFL

    TARGET: yaml, json or powershell
    """;

if (args.Length == 0 || FuzzTarget.Find(args[0]) is not { } target)
{
    Console.Error.WriteLine(Usage);
    return 2;
}

switch (args.Length > 1 ? args[1] : "")
{
    case "":
        Fuzzer.OutOfProcess.Run(target.Run);
        return 0;
    case "--replay" when args.Length > 2:
        foreach (var path in args.AsSpan(2))
        {
            Console.WriteLine(path);
            target.Run(File.ReadAllText(path));
        }

        return 0;
    case "--random" when args.Length == 4:
        var seconds = int.Parse(args[2], CultureInfo.InvariantCulture);
        var seed = int.Parse(args[3], CultureInfo.InvariantCulture);
        return RandomRun.Start(target, TimeSpan.FromSeconds(seconds), seed) ? 0 : 1;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
