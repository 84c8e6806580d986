using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.Fuzz;
using Xunit;

namespace ConnectorLint.Cli.Tests.Trust;

/// <summary>What the fuzzer begins with and what it once broke, read again.</summary>
public class FuzzCorpusTests
{
    private static readonly string Corpus = Repository.At("tests", "ConnectorLint.Fuzz", "Corpus");

    public static TheoryData<string> Targets => [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Nothing_of_the_corpus_breaks_its_reader(string target)
    {
        var run = FuzzTarget.Find(target)!.Run;
        var paths = Directory.GetFiles(Path.Join(Corpus, target));
        Assert.NotEmpty(paths);
        Assert.All(paths.Order(StringComparer.Ordinal), path => run(File.ReadAllBytes(path)));
    }

    [Fact]
    public void Every_folder_of_the_corpus_has_a_reader() =>
        Assert.Equal(FuzzTarget.All.Select(target => target.Name).Order(StringComparer.Ordinal), Directory.GetDirectories(Corpus).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
