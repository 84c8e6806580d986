using ConnectorLint.Diagnosis;
using ConnectorLint.MailFlow.Codes;
using Xunit;

namespace ConnectorLint.Tests.Diagnosis;

public class BounceReaderTests
{
    [Theory]
    [InlineData("550 5.7.64 TenantAttribution; Relay Access Denied [AM0.eop-EUR02.prod.protection.outlook.com]", "5.7.64")]
    [InlineData("5.7.64", "5.7.64")]
    [InlineData("LED=450 4.4.317 Cannot connect to remote server [Message=451 5.7.3 STARTTLS is required to send mail]", "4.4.317 5.7.3")]
    [InlineData("550 5.4.300 Message expired -> 450 4.4.316 Connection refused [Message=Socket error code 10061]", "4.4.316 5.4.300")]
    [InlineData("451 4.7.650 Server busy (AS77713)", "4.7.500-699")]
    [InlineData("4.7.700 and 4.7.499 lie beside it", "")]
    [InlineData("550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", "5.4.1")]
    [InlineData("550 5.4.1 Relay Access Denied", "5.4.1")]
    [InlineData("5.4.1", "5.4.1 5.4.1")]
    [InlineData("Version 15.20.4242.10, from 5.7.64.1 and 1.5.7.64, a5.7.64", "")]
    [InlineData("TenantInboundAttribution; Direct Send not allowed", "5.7.68")]
    [InlineData("5.7.64, and again 5.7.64", "5.7.64")]
    [InlineData("", "")]
    public void Codes_are_read(string text, string expected) =>
        Assert.Equal(expected, string.Join(" ", BounceReader.Read(text).Known.Select(code => code.Code)));

    [Fact]
    public void A_code_of_several_meanings_goes_by_its_words()
    {
        Assert.Equal([BounceCodes.DomainNotServed], BounceReader.Read("550 5.4.1 Relay Access Denied").Known);
        Assert.Equal([BounceCodes.RecipientRefused], BounceReader.Read("550 5.4.1 [a@contoso.com]: Recipient address rejected: Access denied").Known);
    }

    [Fact]
    public void Unknown_codes_are_kept_and_have_neighbours()
    {
        var bounce = BounceReader.Read("550 5.1.10 RESOLVER.ADR.RecipientNotFound, 550 5.7.63 x");

        Assert.Equal(["5.1.10", "5.7.63"], bounce.Unknown);
        Assert.Empty(bounce.Known);
        Assert.Empty(BounceCodes.Nearest("5.1.10"));
        Assert.Equal(["5.7.64", "5.7.68", "5.7.57"], BounceCodes.Nearest("5.7.63").Select(code => code.Code));
    }

    [Theory]
    [InlineData("MAIL FROM:<ann@contoso.com> RCPT TO:<x@Gmail.com>", "contoso.com", "gmail.com")]
    [InlineData("from=<>, to=<x@gmail.com>, relay=...", "", "gmail.com")]
    [InlineData("From: Ann <ann@contoso.com>\nTo: Bob <bob@fabrikam.com>\n", "contoso.com", "fabrikam.com")]
    [InlineData("From: postmaster@contoso.com\nTo: ann@contoso.com\n\nYour message to x@gmail.com couldn't be delivered.", "contoso.com", "gmail.com")]
    [InlineData("From: MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@contoso.com\nTo: ann@contoso.com\n", "contoso.com", null)]
    [InlineData("Final-Recipient: rfc822;x@gmail.com\nStatus: 5.7.64", null, "gmail.com")]
    [InlineData("Sender Address: a@b.example\nRecipient Address: c@d.example.", "b.example", "d.example")]
    [InlineData("from=<no domain>, to=<x@localhost>", null, null)]
    [InlineData("Content-Transfer-Encoding: quoted-printable\n\nYour message to x@gma=\nil.com couldn't be delivered", null, "gmail.com")]
    public void Sender_and_recipient_are_read(string text, string? from, string? to)
    {
        var hints = BounceReader.Read(text).Hints;

        Assert.Equal((from, to), (hints.From, hints.To));
    }

    [Theory]
    [InlineData("client-ip=203.0.113.10; helo=x", "203.0.113.10")]
    [InlineData("Access denied, banned sending IP [203.0.113.10]. To request removal see 198.51.100.1", "203.0.113.10")]
    [InlineData("Received: from mail.contoso.com (203.0.113.10) by AM0.mail.protection.outlook.com", "203.0.113.10")]
    [InlineData("no words, 203.0.113.10, twice 203.0.113.10", "203.0.113.10")]
    [InlineData("two: 203.0.113.10 and 203.0.113.11", null)]
    [InlineData("private: 10.0.0.1", null)]
    [InlineData("with Microsoft SMTP Server id 15.20.1.2", null)]
    [InlineData("999.1.1.1", null)]
    public void The_address_is_read(string text, string? expected) => Assert.Equal(expected, BounceReader.Read(text).Hints.IP?.ToString());

    [Theory]
    [InlineData("Subject: CN=mail.contoso.com, O=Contoso; Issuer: CN=R3, CN=mail.protection.outlook.com", "mail.contoso.com")]
    [InlineData("CN=*.contoso.com CN=*.contoso.com", "*.contoso.com")]
    [InlineData("CN=Contoso Root CA", "")]
    public void Certificates_are_read(string text, string expected) => Assert.Equal(expected, string.Join(" ", BounceReader.Read(text).Hints.Certificates));

    [Theory]
    [InlineData('<')]
    [InlineData('5')]
    [InlineData('@')]
    [InlineData('a')]
    public void A_hostile_text_ends(char filler) => Assert.Empty(BounceReader.Read("From: " + new string(filler, 20_000)).Known);
}
