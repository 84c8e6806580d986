using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.MailFlow;

public class CertificateIndexTests
{
    [Fact]
    public void It_finds_what_a_look_at_all_finds() => Gen.Select(DomainIndexTests.Names.Array[0, 30], DomainIndexTests.Names).Sample((presented, wanted) =>
    {
        var index = new CertificateIndex<int>();
        for (var i = 0; i < presented.Length; i++)
            index.Add(presented[i], i);
        var expected = presented.Select((name, i) => (name, i)).Where(entry => CertificateNames.Match(wanted, entry.name)).Select(entry => entry.i);

        Assert.Equal(expected.Order(), index.Matching(wanted).Order());
    });

    [Theory]
    [InlineData("mail.contoso.com", "mail.contoso.com", true)]
    [InlineData("mail.contoso.com", "*.contoso.com", true)]
    [InlineData("a.b.contoso.com", "*.contoso.com", false)]
    [InlineData("contoso.com", "*.contoso.com", false)]
    [InlineData("*.contoso.com", "a.b.contoso.com", true)]
    [InlineData("*.contoso.com", "*.eu.contoso.com", true)]
    [InlineData("*.contoso.com", "contoso.com", true)]
    [InlineData("*.contoso.com", "notcontoso.com", false)]
    [InlineData("localhost", "localhost", true)]
    [InlineData("localhost", "*.localhost", false)]
    public void It_takes_what_the_table_takes(string wanted, string presented, bool takes)
    {
        var index = new CertificateIndex<string>();
        index.Add(Name(presented), presented);

        Assert.Equal(takes ? [presented] : [], index.Matching(Name(wanted)));
    }

    private static DomainPattern Name(string text) => text.StartsWith("*.", StringComparison.Ordinal) ? DomainPattern.WithSubdomains(text[2..]) : DomainPattern.Exact(text);
}
