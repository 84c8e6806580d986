using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using CsCheck;
using Xunit;
using static ConnectorLint.Tests.MailFlow.AddressIndexTests;

namespace ConnectorLint.Tests.MailFlow;

public class AddressSetTests
{
    [Fact]
    public void It_covers_what_a_look_at_each_address_finds() => Gen.Select(Small.Array[0, 12], Small).Sample((ranges, asked) =>
        Assert.Equal(Each(asked).All(address => ranges.Any(range => range.Includes(address))), new AddressSet(ranges).Covers(asked)));

    [Fact]
    public void Two_sets_cover_what_their_union_covers() => Gen.Select(Small.Array[0, 8], Small.Array[0, 8], Small).Sample((one, two, asked) =>
        Assert.Equal(new AddressSet([.. one, .. two]).Covers(asked), new AddressSet(one).Covers(asked, new AddressSet(two))));

    [Theory]
    [InlineData("198.51.100.0/25 198.51.100.128/25", "198.51.100.0/24", true)]
    [InlineData("198.51.100.128/25 198.51.100.0/25", "198.51.100.64-198.51.100.200", true)]
    [InlineData("198.51.100.0/25 198.51.100.129-198.51.100.255", "198.51.100.0/24", false)]
    [InlineData("198.51.100.0/24 198.51.100.7", "198.51.100.0/24", true)]
    [InlineData("198.51.100.0/24", "198.51.100.0-198.51.101.0", false)]
    [InlineData("198.51.100.0/24", "198.51.99.255-198.51.100.9", false)]
    [InlineData("0.0.0.0/0", "0.0.0.0/0", true)]
    [InlineData("0.0.0.0/1 128.0.0.0/1", "0.0.0.0/0", true)]
    [InlineData("255.255.255.255", "255.255.255.255", true)]
    [InlineData("0.0.0.0 255.255.255.255", "1.0.0.0", false)]
    [InlineData("", "0.0.0.0", false)]
    [InlineData("2001:db8::1", "2001:db8::1", false)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("2001:db8::1", "0.0.0.0", false)]
    public void Parts_that_touch_are_one(string ranges, string asked, bool covers)
    {
        var parts = ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Range).ToArray();

        Assert.Equal(covers, new AddressSet(parts).Covers(Range(asked)));
        Assert.Equal(covers, new AddressSet(parts[..(parts.Length / 2)]).Covers(Range(asked), new AddressSet(parts[(parts.Length / 2)..])));
    }

    private static readonly Gen<AddressRange> Small = Ranges.Where(range => range.IsIPv6 || range.Last - (long)range.First < 5000);

    private static IEnumerable<AddressRange> Each(AddressRange range)
    {
        if (range.IsIPv6)
            return [range];
        return Enumerable.Range(0, (int)(range.Last - range.First) + 1).Select(i => Range(AddressRange.Format(range.First + (uint)i)));
    }
}
