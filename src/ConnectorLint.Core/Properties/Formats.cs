using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The formats of texts, each with the pattern that the schema publishes and a parser that takes exactly the same.</summary>
internal static class Formats
{
    private const string Label = "[A-Za-z0-9_\\u0080-\\uFFFF](?:[A-Za-z0-9_\\u0080-\\uFFFF-]{0,61}[A-Za-z0-9_\\u0080-\\uFFFF])?";
    private const string DomainCore = "(?![0-9.-]+$)" + Label + "(?:\\." + Label + ")+";
    private const string Octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private const string IPv4 = Octet + "(?:\\." + Octet + "){3}";
    private const string Mask = "(?:3[0-2]|[12]?[0-9])";
    private const string IPv6Address = "(?=[^:/]*:[^:/]*:)[0-9A-Fa-f:.]+";
    private const string IPv6 = IPv6Address + "(?:/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9]))?";

    public static readonly TextFormat<string> Text = new("a text", "texts", null, (string text, out string value) =>
    {
        value = text;
        return null;
    });

    /// <summary>A name that must say something.</summary>
    public static readonly TextFormat<string> Name = new("a name", "names", "\\S", (string text, out string value) =>
    {
        value = text;
        return string.IsNullOrWhiteSpace(text) ? "is blank" : null;
    });

    /// <summary>The path of a file.</summary>
    public static readonly TextFormat<string> Path = new("a path", "paths", "\\S", (string text, out string value) =>
    {
        value = text;
        return string.IsNullOrWhiteSpace(text) ? "is blank" : null;
    });

    /// <summary>The name of a tenant, as a key.</summary>
    public static readonly TextFormat<string> Tenant = new("a tenant's name", "tenants", "\\S", (string text, out string value) =>
    {
        value = text.Trim();
        return string.IsNullOrWhiteSpace(text) ? "is blank" : null;
    });

    /// <summary>Files by a pattern, with the signs of .gitignore.</summary>
    public static readonly TextFormat<string> Glob = new(
        "a glob", "globs", "^(?!\\s*$)(?!!)(?:\\.\\./)*(?!(?:[^\\r\\n]*/)?\\.\\.(?:/|$))[^{}\\\\\\r\\n]+$", (string text, out string value) =>
        {
            value = text;
            return GlobFault(text);
        });

    /// <summary>One rule or several; which there are, the reader of the configuration knows.</summary>
    public static readonly TextFormat<string> Rule = new("a rule's id, its name, or the beginning of ids", "rules", null, (string text, out string value) =>
    {
        value = text;
        return null;
    });

    public static readonly TextFormat<string> Domain = new("a domain", "domains", $"^{DomainCore}$", (string text, out string value) =>
    {
        value = text.ToLowerInvariant();
        return DomainFault(text);
    });

    /// <summary>A domain or <c>*.domain</c>.</summary>
    public static readonly TextFormat<DomainPattern> DomainOrWildcard =
        new("a domain or *.domain", "domains", $"^(?:\\*\\.)?{DomainCore}$", (string text, out DomainPattern value) => ParsePattern(text, allowAny: false, out value));

    /// <summary>A domain, <c>*.domain</c> or <c>*</c>; an address-space prefix and cost (<c>smtp:…;1</c>) are stripped.</summary>
    public static readonly TextFormat<DomainPattern> AddressSpace =
        new("a domain, *.domain or *", "domains", null, (string text, out DomainPattern value) => ParsePattern(StripAddressSpace(text), allowAny: true, out value));

    /// <summary>An exact domain, on a connector: no wildcard.</summary>
    public static readonly TextFormat<DomainPattern> AcceptedDomainName = new("a domain", "domains", null, (string text, out DomainPattern value) =>
    {
        value = default;
        if (text.StartsWith("*", StringComparison.Ordinal))
            return "has a wildcard, and accepted domains are listed one by one";
        return ParsePattern(text, allowAny: false, out value);
    });

    /// <summary>Addresses of the topology: single, CIDR, range, IPv6.</summary>
    public static readonly TextFormat<AddressRange> Addresses =
        new("an IP address, a CIDR block or a range", "IP addresses, CIDR blocks or ranges", $"^(?:{IPv4}(?:/{Mask}| ?- ?{IPv4})?|{IPv6})$", ParseAddresses);

    /// <summary>Addresses on a connector; what the parameter refuses of them is a rule's to say.</summary>
    public static readonly TextFormat<AddressRange> ConnectorAddresses =
        new("an IPv4 address or a CIDR block", "IPv4 addresses or CIDR blocks", null, ParseAddresses);

    public static readonly TextFormat<MailHost> Host =
        new("a host name or an IP address", "host names or IP addresses", $"^(?:{DomainCore}|\\[(?:{IPv4}|{IPv6Address})\\]|{IPv4}(?:/{Mask})?|{IPv6})$", ParseHost);

    /// <summary>Hosts on a connector; judged by a rule.</summary>
    public static readonly TextFormat<MailHost> SmartHost = new("a host name or an IP address", "host names or IP addresses", null, ParseHost);

    public static readonly TextFormat<string> EmailAddress = new("an email address", "email addresses", null, (string text, out string value) =>
    {
        value = text;
        var at = text.IndexOf('@');
        if (at < 0)
            return "has no @";
        if (at == 0 || text.IndexOf('@', at + 1) >= 0 || text.IndexOf('*') >= 0 || text.Any(char.IsWhiteSpace))
            return "is not one address alone";
        return DomainFault(text.Substring(at + 1)) is null ? null : "has no valid domain behind the @";
    });

    /// <summary>Where an accepted domain's MX points.</summary>
    public static readonly TextFormat<MxTarget> Mx = new(
        "exchangeOnline, onPremises or thirdParty:<service name>", "MX targets",
        "^(?:[eE][xX][cC][hH][aA][nN][gG][eE][oO][nN][lL][iI][nN][eE]|[oO][nN][pP][rR][eE][mM][iI][sS][eE][sS]|[tT][hH][iI][rR][dD][pP][aA][rR][tT][yY]:\\s*\\S.*)$",
        ParseMx);

    /// <summary>What an <c>expect</c> entry calls a party: a domain, an address, or <c>*</c>.</summary>
    public static readonly TextFormat<string> Party = new("a domain, an email address or *", "domains", $"^(?:\\*|(?:[^@\\s]+@)?{DomainCore})$", (string text, out string value) =>
    {
        value = text;
        if (text == "*")
            return null;
        var at = text.IndexOf('@');
        if (at == 0 || text.IndexOf('@', at + 1) >= 0 || text.Any(char.IsWhiteSpace))
            return "is not an email address";
        return DomainFault(text.Substring(at + 1));
    });

    private static readonly char[] Separators = [',', ';'];
    private static readonly char[] Braces = ['{', '}'];
    private static readonly char[] LineEnds = ['\r', '\n'];

    private static string? GlobFault(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "is blank";
        if (text[0] == '!')
            return "begins with '!', and a glob only takes files in";
        if (text.IndexOfAny(Braces) >= 0)
            return "has braces, which mean nothing here; write one glob for each case";
        if (text.IndexOf('\\') >= 0)
            return "has a backslash; write / between folders";
        if (text.IndexOfAny(LineEnds) >= 0)
            return "goes over several lines";
        var rest = text;
        while (rest.StartsWith("../", StringComparison.Ordinal))
            rest = rest.Substring(3);
        if (rest.Length == 0 || Array.IndexOf(rest.Split('/'), "..") >= 0)
            return "has .. where only its beginning can have it";
        return null;
    }

    private static string? ParseAddresses(string text, out AddressRange value)
    {
        var fault = AddressRange.Parse(text, out value);
        if (fault is null)
            return null;
        if (text.IndexOfAny(Separators) >= 0)
            return "holds several values in one text";
        return text.IndexOf('@') >= 0 ? "is an email address" : fault;
    }

    private static string? ParseMx(string text, out MxTarget value)
    {
        const string ThirdParty = "thirdParty:";
        value = default;
        if (string.Equals(text, "exchangeOnline", StringComparison.OrdinalIgnoreCase))
            value = new MxTarget(MxKind.ExchangeOnline, "");
        else if (string.Equals(text, "onPremises", StringComparison.OrdinalIgnoreCase))
            value = new MxTarget(MxKind.OnPremises, "");
        else if (text.StartsWith(ThirdParty, StringComparison.OrdinalIgnoreCase) && text.Substring(ThirdParty.Length).Trim() is { Length: > 0 } service)
            value = new MxTarget(MxKind.ThirdParty, service);
        else if (string.Equals(text, "thirdParty", StringComparison.OrdinalIgnoreCase) || string.Equals(text.Trim(), ThirdParty, StringComparison.OrdinalIgnoreCase))
            return "does not name the service; write thirdParty:<service name>";
        else
            return "is none of them";
        return null;
    }

    private static string? ParseHost(string text, out MailHost value)
    {
        var bare = text.Length > 1 && text[0] == '[' && text[text.Length - 1] == ']' ? text.Substring(1, text.Length - 2) : text;
        value = new MailHost(bare.ToLowerInvariant(), null);
        if (text.IndexOf("://", StringComparison.Ordinal) >= 0)
            return "has a scheme";
        if (text.IndexOf('@') >= 0)
            return "is an email address";
        if (text.IndexOf('*') >= 0)
            return "has a wildcard";
        var addressFault = AddressRange.Parse(bare, out var range);
        if (addressFault is null && !range.IsDashRange)
        {
            value = new MailHost(bare.ToLowerInvariant(), range);
            return bare.Length != text.Length && bare.IndexOf('/') >= 0 ? "has square brackets around a block" : null;
        }

        if (bare.Length != text.Length)
            return "has square brackets around something that is no address";
        if (text.IndexOf(':') >= 0)
            return "has a port";
        if (text.IndexOf('/') >= 0)
            return HasNoLetter(text) ? addressFault : "has a path";
        return DomainFault(text);
    }

    private static string? ParsePattern(string text, bool allowAny, out DomainPattern value)
    {
        value = default;
        if (text == "*")
        {
            value = DomainPattern.Any;
            return allowAny ? null : "stands for every domain";
        }

        var wildcard = text.StartsWith("*.", StringComparison.Ordinal);
        var domain = wildcard ? text.Substring(2) : text;
        var fault = DomainFault(domain);
        value = wildcard ? DomainPattern.WithSubdomains(domain) : DomainPattern.Exact(domain);
        return fault;
    }

    // Exports print "smtp:contoso.com;1": the address space's type and cost.
    private static string StripAddressSpace(string text)
    {
        if (text.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase))
            text = text.Substring(5);
        var semicolon = text.LastIndexOf(';');
        if (semicolon > 0 && semicolon < text.Length - 1)
        {
            for (var i = semicolon + 1; i < text.Length; i++)
            {
                if (text[i] is < '0' or > '9')
                    return text;
            }

            text = text.Substring(0, semicolon);
        }

        return text;
    }

    /// <summary>Why a text is no domain of at least two labels; null when it is one.</summary>
    internal static string? DomainFault(string text)
    {
        if (text.Length == 0)
            return "is empty";
        if (text.StartsWith("<I>", StringComparison.OrdinalIgnoreCase) || text.StartsWith("CN=", StringComparison.OrdinalIgnoreCase))
            return "is the full subject of a certificate";
        if (text.IndexOfAny(Separators) >= 0)
            return "holds several values in one text";
        if (text.IndexOf("://", StringComparison.Ordinal) >= 0)
            return "has a scheme";
        if (text.IndexOf('@') >= 0)
            return "is an email address";
        if (text.IndexOf('*') >= 0)
            return "has a wildcard that is not a leading '*.'";
        if (text.IndexOf(':') >= 0)
            return "has a port";
        if (text.IndexOf('/') >= 0)
            return "has a path or a mask";
        if (HasNoLetter(text))
            return AddressRange.Parse(text, out var range) is not null ? "is made of numbers only" : range.IsDashRange ? "is a range of IP addresses" : "is an IP address";

        var labels = 0;
        for (int start = 0, i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '.')
            {
                if (!IsLabelCharacter(text[i]))
                    return char.IsWhiteSpace(text[i]) ? "has blank space in it" : $"has the character '{text[i]}', which no domain has";
                continue;
            }

            if (i == start)
                return i == text.Length ? "ends with a dot" : start == 0 ? "starts with a dot" : "has two dots in a row";
            if (text[start] == '-' || text[i - 1] == '-')
                return "has a label that starts or ends with a hyphen";
            if (i - start > 63)
                return "has a label of more than 63 characters";
            labels++;
            start = i + 1;
        }

        return labels < 2 ? "is a bare name without a dot" : null;
    }

    private static bool IsLabelCharacter(char c) =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_' or >= '\u0080';

    private static bool HasNoLetter(string text)
    {
        foreach (var c in text)
        {
            if (c is not (>= '0' and <= '9' or '.' or '-' or '/'))
                return false;
        }

        return true;
    }
}
