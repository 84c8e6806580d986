using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.MailFlow;

public class DomainIndexTests
{
    /// <summary>Domains of few labels, so that they lie in each other often.</summary>
    internal static readonly Gen<string> Domains = Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("ab")).Array[1, 4].Select(labels => string.Join('.', labels));

    internal static readonly Gen<DomainPattern> Names = Gen.Select(Domains, Gen.Bool).Select((domain, covers) => covers ? DomainPattern.WithSubdomains(domain) : DomainPattern.Exact(domain));

    private static readonly Gen<DomainPattern> Patterns = Gen.Frequency((9, Names), (1, Gen.Const(DomainPattern.Any)));

    [Fact]
    public void It_finds_what_a_look_at_all_finds() => Gen.Select(Patterns.Array[0, 30], Domains).Sample((patterns, asked) =>
    {
        var expected = patterns.Select((pattern, i) => (pattern, i)).Where(entry => entry.pattern.Matches(asked)).Select(entry => entry.i);

        Assert.Equal(expected.Order(), Of(patterns).Matching(asked).Order());
        Assert.Equal(expected.Order(), Of(patterns).Matching(asked.ToUpperInvariant()).Order());
    });

    [Fact]
    public void It_answers_with_the_most_specific_first() => Gen.Select(Patterns.Array[0, 30], Domains).Sample((patterns, asked) =>
    {
        var ranks = Of(patterns).Matching(asked).Select(i => patterns[i].IsAny ? -1 : patterns[i].CoversSubdomains ? patterns[i].Domain.Length : int.MaxValue).ToArray();

        Assert.Equal(ranks.OrderDescending(), ranks);
    });

    [Fact]
    public void The_same_pattern_is_found_without_what_it_covers() => Gen.Select(Patterns.Array[0, 30], Patterns).Sample((patterns, asked) =>
        Assert.Equal(patterns.Select((pattern, i) => (pattern, i)).Where(entry => entry.pattern == asked).Select(entry => entry.i), Of(patterns).Same(asked)));

    private static DomainIndex<int> Of(DomainPattern[] patterns)
    {
        var index = new DomainIndex<int>();
        for (var i = 0; i < patterns.Length; i++)
            index.Add(patterns[i], i);
        return index;
    }
}
