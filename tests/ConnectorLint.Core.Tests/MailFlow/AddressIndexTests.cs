using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.MailFlow;

public class AddressIndexTests
{
    /// <summary>Ranges of all widths in a small space, so that they meet often.</summary>
    internal static readonly Gen<AddressRange> Ranges = Gen.OneOf(
        Gen.Int[0, 255].Select(last => Range($"10.0.0.{last}")),
        Gen.Select(Gen.Int[0, 255], Gen.Int[20, 32]).Select((last, prefix) => Range($"10.0.0.{last}/{prefix}")),
        Gen.Select(Gen.Int[0, 255], Gen.Int[0, 255]).Select((a, b) => Range($"10.0.0.{Math.Min(a, b)}-10.0.0.{Math.Max(a, b)}")),
        Gen.OneOf(Gen.Const("0.0.0.0/0"), Gen.Const("255.255.255.255"), Gen.Const("0.0.0.0"), Gen.Const("2001:db8::1")).Select(Range));

    [Fact]
    public void It_finds_what_a_look_at_all_finds() => Gen.Select(Ranges.Array[0, 40], Ranges).Sample((ranges, asked) =>
    {
        var index = new AddressIndex<int>(ranges.Select((range, i) => (range, i)));
        var expected = ranges.Select((range, i) => (range, i)).Where(entry => entry.range.Overlaps(asked)).Select(entry => entry.i);

        Assert.Equal(expected.Order(), index.Overlapping(asked).Select(hit => hit.Owner).Order());
    });

    [Fact]
    public void It_answers_in_the_order_of_the_addresses() => Gen.Select(Ranges.Array[0, 40], Ranges).Sample((ranges, asked) =>
    {
        var hits = new AddressIndex<int>(ranges.Select((range, i) => (range, i))).Overlapping(asked).ToArray();

        Assert.Equal(hits.OrderBy(hit => hit.Range.First), hits);
    });

    [Fact]
    public void Addresses_of_IPv6_meet_nothing()
    {
        var index = new AddressIndex<string>([(Range("2001:db8::1"), "six"), (Range("0.0.0.0"), "four")]);

        Assert.Empty(index.Overlapping(Range("2001:db8::1")));
        Assert.Equal("four", Assert.Single(index.Overlapping(Range("0.0.0.0/0"))).Owner);
    }

    internal static AddressRange Range(string text)
    {
        Assert.Null(AddressRange.Parse(text, out var range));
        return range;
    }
}
