using System.Globalization;
using CsCheck;

namespace ConnectorLint.PowerShell.Tests;

/// <summary>
/// Random texts that are the same in every run, so that a change is to blame when a test turns red.
/// CONNECTORLINT_SCRIPTS=100000 looks at more of them.
/// </summary>
internal static class Scripts
{
    public static void ForEach(Gen<string> texts, int count, Action<string> action)
    {
        if (Environment.GetEnvironmentVariable("CONNECTORLINT_SCRIPTS") is { Length: > 0 } wanted)
            count = int.Parse(wanted, CultureInfo.InvariantCulture);
        Parallel.For(0, count, seed => action(texts.Generate(new PCG((uint)seed), null, out _)));
    }
}
