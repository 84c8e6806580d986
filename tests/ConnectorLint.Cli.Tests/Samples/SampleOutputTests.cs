using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Samples;

/// <summary>What a user sees of the samples: each clean one says so, the output of each broken twin is a golden file, and what advise writes for them lints clean.</summary>
public class SampleOutputTests
{
    public static TheoryData<string> Samples => [.. Directory.GetDirectories(Repository.At("samples")).Select(folder => Path.GetFileName(folder)!).Where(folder => folder is not ("changes" or "provisioning")).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_clean(string sample)
    {
        using var folder = new CliFolder();
        Copy($"samples/{sample}", folder);

        var (exitCode, output, error) = Run(folder, ".");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("no findings", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_output_of_its_broken_twin_is_as_committed(string sample)
    {
        using var folder = new CliFolder();
        Copy($"samples/{sample}/broken", folder);

        var (exitCode, output, error) = Run(folder, ".");

        Assert.Equal((1, ""), (exitCode, error));
        Golden.Equal($"sample.{sample}.txt", output);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Without_its_connectors_advise_writes_what_lints_clean(string sample)
    {
        using var folder = new CliFolder();
        Copy($"samples/{sample}", folder);
        foreach (var file in Directory.GetFiles(folder.FullPath))
        {
            // Only the topology stays.
            var text = File.ReadAllText(file);
            var connectors = text.IndexOf("\ninboundConnectors:", StringComparison.Ordinal);
            if (connectors >= 0)
                File.WriteAllText(file, text[..(connectors + 1)]);
            else if (!text.Contains("topology:", StringComparison.Ordinal))
                File.Delete(file);
        }

        File.WriteAllText(Path.Combine(folder.FullPath, "created.yaml"), Run(folder, "advise", ".", "--as", "yaml").Out);
        var (exitCode, output, _) = Run(folder, ".", "--select", "CL0,CL1");

        Assert.True(exitCode == 0, output);
    }

    private static (int ExitCode, string Out, string Error) Run(CliFolder folder, params string[] args)
    {
        var (exitCode, output, error) = folder.Run(args);
        return (exitCode, output, error);
    }

    private static void Copy(string path, CliFolder folder)
    {
        foreach (var file in Directory.GetFiles(Repository.At(path.Split('/'))))
            folder.With(Path.GetFileName(file), File.ReadAllText(file));
    }
}
