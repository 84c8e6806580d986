using System.Text.RegularExpressions;
using ConnectorLint.MailFlow.Codes;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis;

/// <summary>What a bounce's text says.</summary>
/// <param name="Known">The codes of the table, in the order of the text; codes that only say that mail waited come last.</param>
/// <param name="Unknown">Codes that the table does not have.</param>
/// <param name="Hints">What it says of the message.</param>
public sealed record Bounce(IReadOnlyList<BounceCode> Known, IReadOnlyList<string> Unknown, BounceHints Hints);

/// <summary>Reads codes and hints out of a bounce: a whole report, a line of a log, or just a code.</summary>
public static class BounceReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private const string Address = @"<?(?<value>[^\s<>;,""'()\[\]]+@[^\s<>;,""'()\[\]]+)>?";

    // A text may be long and hostile: no pattern backtracks, and each ends after a second all the same.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // Three numbers; what stands around them is looked at apart, since a pattern that looks around has to backtrack.
    private static readonly Regex CodePattern = Make(@"(?<value>[245]\.\d{1,3}\.\d{1,3})");

    // The report itself is from a postmaster to the sender of the message that came back.
    private static readonly Regex ReportPattern = Make(@"^\s*From:[^\n]*(?:postmaster|mailer-daemon|MicrosoftExchange)[^\n]*", RegexOptions.Multiline);
    private static readonly Regex[] ToPatterns =
    [
        Make(@"(?:Final|Original)-Recipient:\s*(?:rfc822;)?\s*" + Address),
        Make(@"RCPT TO:\s*" + Address),
        Make(@"\bto=" + Address),
        Make(@"Recipient(?:\s+address)?:\s*" + Address),
        Make(@"message to\s+" + Address),
    ];

    private static readonly Regex HeaderTo = Make(@"^\s*To:[^\n<]*?" + Address, RegexOptions.Multiline);
    private static readonly Regex HeaderFrom = Make(@"^\s*From:[^\n<]*?" + Address, RegexOptions.Multiline);
    private static readonly Regex[] FromPatterns =
    [
        Make(@"(?:MAIL FROM:|\bfrom=|Return-Path:)\s*(?:" + Address + "|(?<value><>))"),
        Make(@"Sender(?:\s+address)?:\s*(?:" + Address + "|(?<value><>))"),
    ];

    private static readonly Regex[] AddressPatterns =
    [
        Make(@"banned sending IP \[(?<value>[\d.]+)\]"),
        Make(@"(?:client-ip|sender-ip|sourceip|client address|connecting ip|source ip|CIP)\s*[:=]\s*\[?(?<value>\d+\.\d+\.\d+\.\d+)"),
        Make(@"Received: from [^\n]*?[\[(](?<value>\d+\.\d+\.\d+\.\d+)[\])][^\n]*?(?:\n\s+[^\n]*?)?by [^\s]*protection\.outlook\.com"),
    ];

    private static readonly Regex AnyAddress = Make(@"(?<value>\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})");
    private static readonly Regex CertificatePattern = Make(@"\bCN=(?<value>[\w*.-]+)");

    /// <summary>Reads a text.</summary>
    public static Bounce Read(string text)
    {
        // A report is often sent with its lines folded.
        if (text.IndexOf("quoted-printable", StringComparison.OrdinalIgnoreCase) >= 0)
            text = text.Replace("=\r\n", "").Replace("=\n", "");
        var known = new List<BounceCode>();
        var unknown = new List<string>();
        foreach (var code in CodesIn(text).Distinct())
        {
            var found = BounceCodes.Find(code).ToArray();
            var signed = found.Where(line => HasSign(line, text)).ToArray();
            if (found.Length == 0)
                unknown.Add(code);
            else
                known.AddRange(signed.Length > 0 ? signed : found);
        }

        if (known.Count == 0)
            known.AddRange(BounceCodes.All.Where(code => HasSign(code, text)));
        return new Bounce([.. known.Distinct().OrderBy(code => code.IsFollowUp)], unknown, new BounceHints
        {
            From = Sender(text),
            To = Recipient(text),
            IP = Source(text),
            Certificates = Certificates(text),
        });
    }

    /// <summary>The enhanced status codes in a text, in its order.</summary>
    internal static IEnumerable<string> CodesIn(string text) => Values(CodePattern, text, match => StandsAlone(match, text));

    private static bool HasSign(BounceCode code, string text) => code.Signs.Any(sign => text.IndexOf(sign, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string? Recipient(string text)
    {
        foreach (var pattern in ToPatterns)
        {
            if (First(pattern, text) is { } domain)
                return domain;
        }

        return Is(ReportPattern, text) ? null : First(HeaderTo, text);
    }

    private static string? Sender(string text)
    {
        foreach (var pattern in FromPatterns)
        {
            if (First(pattern, text) is { } domain)
                return domain;
        }

        return First(Is(ReportPattern, text) ? HeaderTo : HeaderFrom, text);
    }

    private static string? First(Regex pattern, string text)
    {
        foreach (var value in Values(pattern, text))
        {
            if (value == "<>")
                return "";
            if (Formats.Domain.Parse(value.Substring(value.LastIndexOf('@') + 1).TrimEnd('.', ':'), out var domain) is null)
                return domain;
        }

        return null;
    }

    private static AddressRange? Source(string text)
    {
        foreach (var value in AddressPatterns.SelectMany(pattern => Values(pattern, text)))
        {
            if (AddressRange.Parse(value, out var address) is null && !address.IsPrivate)
                return address;
        }

        // Without a word beside it, only an address that is alone is the source.
        AddressRange? only = null;
        foreach (var value in Values(AnyAddress, text, match => StandsAlone(match, text) && !IsBuildNumber(match, text)))
        {
            if (AddressRange.Parse(value, out var address) is not null || address.IsPrivate || address == only)
                continue;
            if (only is not null)
                return null;
            only = address;
        }

        return only;
    }

    private static DomainPattern[] Certificates(string text)
    {
        var names = new List<DomainPattern>();
        foreach (var value in Values(CertificatePattern, text))
        {
            // The service's own certificate is not the other side's.
            if (value.IndexOf('.') > 0 && Formats.DomainOrWildcard.Parse(value, out var name) is null && !DomainPattern.WithSubdomains("outlook.com").Matches(name.Domain) && !names.Contains(name))
                names.Add(name);
        }

        return [.. names];
    }

    private static Regex Make(string pattern, RegexOptions more = RegexOptions.None) => new(pattern, Options | more, Limit);

    private static bool Is(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // No part of an address, a version or a longer number.
    private static bool StandsAlone(Match match, string text)
    {
        var end = match.Index + match.Length;
        return (match.Index == 0 || !(IsWord(text[match.Index - 1]) || text[match.Index - 1] == '.'))
            && (end == text.Length || !(IsWord(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsDigit(text[end + 1]))));
    }

    // "id 15.20.1.2" is the server's version.
    private static bool IsBuildNumber(Match match, string text) =>
        match.Index >= 3 && string.Compare(text, match.Index - 3, "id ", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 && (match.Index == 3 || !IsWord(text[match.Index - 4]));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static List<string> Values(Regex pattern, string text, Predicate<Match>? isWanted = null)
    {
        var values = new List<string>();
        try
        {
            foreach (Match match in pattern.Matches(text))
            {
                if (isWanted is null || isWanted(match))
                    values.Add(match.Groups["value"].Value);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // What was found before is all that is known.
        }

        return values;
    }
}
