using System.Text.RegularExpressions;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.Properties;

public class FormatTests
{
    [Theory]
    [InlineData("contoso.com", null)]
    [InlineData("CONTOSO.com", null)]
    [InlineData("a.b", null)]
    [InlineData("_dmarc.contoso.com", null)]
    [InlineData("1-2.contoso.com", null)]
    [InlineData("163.com", null)]
    [InlineData("müller.example", null)]
    [InlineData("xn--mller-kva.example", null)]
    [InlineData("", "is empty")]
    [InlineData("contoso", "is a bare name without a dot")]
    [InlineData("*.contoso.com", "has a wildcard that is not a leading '*.'")]
    [InlineData("contoso.com/24", "has a path or a mask")]
    [InlineData("contoso-.com", "has a label that starts or ends with a hyphen")]
    [InlineData("con\ttoso.com", "has blank space in it")]
    [InlineData(" contoso.com", "has blank space in it")]
    [InlineData("10.0.0.1", "is an IP address")]
    [InlineData("10.0.0.0/8", "has a path or a mask")]
    public void Domains(string text, string? fault) => Assert.Equal(fault, Formats.Domain.Parse(text, out _));

    [Fact]
    public void Domains_are_lower_case_in_the_model()
    {
        Assert.Null(Formats.Domain.Parse("CONTOSO.com", out var domain));
        Assert.Equal("contoso.com", domain);
    }

    [Theory]
    [InlineData(63, null)]
    [InlineData(64, "has a label of more than 63 characters")]
    public void Labels_have_at_most_63_characters(int length, string? fault) => Assert.Equal(fault, Formats.Domain.Parse(new string('a', length) + ".com", out _));

    [Theory]
    [InlineData("contoso.com", "contoso.com", false)]
    [InlineData("*.Contoso.com", "contoso.com", true)]
    public void Wildcards_cover_a_domain_and_what_is_below(string text, string domain, bool coversSubdomains)
    {
        Assert.Null(Formats.DomainOrWildcard.Parse(text, out var pattern));
        Assert.Equal((domain, coversSubdomains, false), (pattern.Domain, pattern.CoversSubdomains, pattern.IsAny));
        Assert.Equal(text.ToLowerInvariant(), pattern.ToString());
    }

    [Theory]
    [InlineData("*", "*")]
    [InlineData("smtp:contoso.com;1", "contoso.com")]
    [InlineData("SMTP:*.contoso.com", "*.contoso.com")]
    [InlineData("smtp:*;10", "*")]
    [InlineData("contoso.com;100", "contoso.com")]
    public void Address_spaces_lose_their_type_and_cost(string text, string pattern)
    {
        Assert.Null(Formats.AddressSpace.Parse(text, out var parsed));
        Assert.Equal(pattern, parsed.ToString());
    }

    [Theory]
    [InlineData("smtp:")]
    [InlineData("contoso.com;")]
    [InlineData("contoso.com;a")]
    [InlineData("x400:contoso.com;1")]
    [InlineData("**")]
    [InlineData("*.")]
    [InlineData("*.*")]
    public void Other_address_spaces_are_none(string text) => Assert.NotNull(Formats.AddressSpace.Parse(text, out _));

    [Theory]
    [InlineData("203.0.113.1", "203.0.113.1")]
    [InlineData("203.0.113.77/24", "203.0.113.0/24")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("255.255.255.255/32", "255.255.255.255")]
    [InlineData("203.0.113.1-203.0.113.9", "203.0.113.1-203.0.113.9")]
    [InlineData("203.0.113.1 - 203.0.113.9", "203.0.113.1-203.0.113.9")]
    [InlineData("2001:db8::1", "IPv6")]
    [InlineData("::ffff:203.0.113.1", "IPv6")]
    [InlineData("2001:db8::/32", "IPv6")]
    public void Addresses(string text, string canonical)
    {
        Assert.Null(Formats.Addresses.Parse(text, out var range));
        Assert.Equal(canonical, range.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("203.0.113")]
    [InlineData("203.0.113.1.1")]
    [InlineData("203.0.113.+1")]
    [InlineData("٢٠٣.0.113.1")]
    [InlineData("203.0.113.1/")]
    [InlineData("203.0.113.1/024")]
    [InlineData("203.0.113.1-")]
    [InlineData("2001:db8::/129")]
    [InlineData("localhost")]
    public void Other_texts_are_no_addresses(string text) => Assert.NotNull(Formats.Addresses.Parse(text, out _));

    [Theory]
    [InlineData("Mail.contoso.com", "mail.contoso.com", false)]
    [InlineData("203.0.113.1", "203.0.113.1", true)]
    [InlineData("[203.0.113.1]", "203.0.113.1", true)]
    [InlineData("203.0.113.0/28", "203.0.113.0/28", true)]
    [InlineData("2001:DB8::1", "2001:db8::1", true)]
    [InlineData("[2001:db8::1]", "2001:db8::1", true)]
    public void Hosts(string text, string name, bool isAddress)
    {
        Assert.Null(Formats.Host.Parse(text, out var host));
        Assert.Equal((name, isAddress), (host.Name, host.Address is not null));
    }

    [Theory]
    [InlineData("ann@contoso.com", true)]
    [InlineData("o'neil+tag@sub.contoso.com", true)]
    [InlineData("ann@contoso", false)]
    [InlineData("ann@@contoso.com", false)]
    [InlineData("@contoso.com", false)]
    [InlineData("contoso.com", false)]
    [InlineData("ann @contoso.com", false)]
    public void Email_addresses(string text, bool isOne) => Assert.Equal(isOne, Formats.EmailAddress.Parse(text, out _) is null);

    [Theory]
    [InlineData("exchangeonline", MxKind.ExchangeOnline, "")]
    [InlineData("ONPREMISES", MxKind.OnPremises, "")]
    [InlineData("thirdParty:Acme Filter", MxKind.ThirdParty, "Acme Filter")]
    [InlineData("thirdparty:  Acme ", MxKind.ThirdParty, "Acme")]
    public void Mail_exchangers(string text, MxKind kind, string service)
    {
        Assert.Null(Formats.Mx.Parse(text, out var target));
        Assert.Equal(new MxTarget(kind, service), target);
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("contoso.com", true)]
    [InlineData("ann@contoso.com", true)]
    [InlineData("ann", false)]
    [InlineData("*.contoso.com", false)]
    [InlineData("@contoso.com", false)]
    public void Parties_of_an_expectation(string text, bool isOne) => Assert.Equal(isOne, Formats.Party.Parse(text, out _) is null);

    [Fact]
    public void Blocks_of_a_range_hold_the_same_addresses() =>
        Gen.Select(Gen.UInt, Gen.UInt[0, 3000]).Sample((start, length) =>
        {
            var last = (uint)Math.Min(uint.MaxValue, (long)start + length);
            Assert.Null(AddressRange.Parse($"{AddressRange.Format(start)}-{AddressRange.Format(last)}", out var range));
            long next = start;
            foreach (var block in range.Blocks())
            {
                Assert.InRange(block.PrefixLength, 24, 32);
                Assert.Equal(next, block.First);
                Assert.Null(AddressRange.Parse(block.ToString(), out var parsed));
                Assert.Equal(block, parsed);
                next = (long)block.Last + 1;
            }

            Assert.Equal((long)last + 1, next);
        }, threads: 1);

    [Fact]
    public void Blocks_of_a_wide_block_are_all_24() =>
        Gen.Select(Gen.UInt, Gen.Int[12, 24]).Sample((address, prefix) =>
        {
            Assert.Null(AddressRange.Parse($"{AddressRange.Format(address)}/{prefix}", out var range));
            var blocks = range.Blocks().ToArray();
            Assert.Equal(1 << (24 - prefix), blocks.Length);
            Assert.All(blocks, block => Assert.Equal(24, block.PrefixLength));
        }, threads: 1, iter: 100);

    public static TheoryData<string> WithPatterns() => new(All.Where(format => format.Format.Pattern is not null).Select(format => format.Format.Title).Distinct(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(WithPatterns))]
    public void The_pattern_takes_just_what_the_parser_takes(string title)
    {
        var (format, parse) = All.First(entry => entry.Format.Title == title && entry.Format.Pattern is not null);
        var pattern = new Regex(format.Pattern!, RegexOptions.CultureInvariant);
        // That a range starts above its end is the one thing that no pattern can say.
        Texts.Sample(text => Assert.True(
            pattern.IsMatch(text) == (parse(text) is null or "starts above its end"), $"{title}: '{text}' {(pattern.IsMatch(text) ? "matches" : "does not match")}, the parser says '{parse(text)}'"), iter: 20_000, threads: 1, print: text => $"'{text}'");
    }

    private static readonly (TextFormat Format, Func<string, string?> Parse)[] All =
    [
        Of(Formats.Text), Of(Formats.Name), Of(Formats.Domain), Of(Formats.DomainOrWildcard), Of(Formats.AddressSpace), Of(Formats.AcceptedDomainName),
        Of(Formats.Addresses), Of(Formats.ConnectorAddresses), Of(Formats.Host), Of(Formats.SmartHost), Of(Formats.EmailAddress), Of(Formats.Mx), Of(Formats.Party),
    ];

    private static (TextFormat, Func<string, string?>) Of<T>(TextFormat<T> format) => (format, text => format.Parse(text, out _));

    // Whole good and half good texts, glued together and damaged.
    private static readonly Gen<string> Part = Gen.OneOf(
        Pick("contoso.com", "203.0.113.1", "203.0.113.0/24", "10.0.0.1-10.0.0.9", "2001:db8::1", "::", "*", "*.", "mail", "thirdParty:", "onPremises", "exchangeOnline", "ann@", "smtp:", "https://",
            ".", "-", " ", "/", ":", "@", "[", "]", "0", "255", "256", "01", "/32", "/33", "/128", "/129", " - ", ";1", ",", "a", "_", "ü", "\u0080", "x.y", "é.example", "\t"),
        Gen.Char[' ', '~'].Select(c => c.ToString()),
        Gen.Int[60, 66].Select(length => new string('l', length)));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Part.List[1, 4].Select(string.Concat),
        Gen.Select(Pick("contoso.com", "203.0.113.1", "203.0.113.0/24", "10.0.0.1-10.0.0.9", "2001:db8::1", "[10.0.0.1]", "[::1]", "ann@contoso.com", "*.contoso.com", "thirdParty:Acme"), Gen.Int[0, 20], Part)
            .Select((text, at, part) => text.Insert(at % (text.Length + 1), part)));

    private static Gen<string> Pick(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
