using System.Globalization;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>What a set of one property holds, as a list of patterns: those that are in it, or, where it holds anything that is not mentioned, those that are not.</summary>
/// <param name="IsExcept">Whether the patterns are those that are not in it.</param>
/// <param name="Patterns">Domains, <c>*.domain</c> for a domain with all below it, <c>?.domain</c> for what else lies below it; addresses; names on certificates.</param>
public sealed record AxisWords(bool IsExcept, IReadOnlyList<string> Patterns)
{
    private const int Shown = 3;

    /// <summary>Whether nothing is said: everything is in it.</summary>
    public bool IsAll => IsExcept && Patterns.Count == 0;

    /// <summary>The patterns as a phrase.</summary>
    public string Phrase(string last = "and")
    {
        var shown = Patterns.Take(Patterns.Count == Shown + 1 ? Shown + 1 : Shown).Select(Plain).ToList();
        var more = Patterns.Count - shown.Count;
        if (more > 0)
            return $"{string.Join(", ", shown)} and {more.ToString(CultureInfo.InvariantCulture)} more";
        return shown.Count == 1 ? shown[0] : $"{string.Join(", ", shown.Take(shown.Count - 1))} {last} {shown[shown.Count - 1]}";
    }

    internal static AxisWords Of(DomainAxis axis, AtomSet set)
    {
        if (!set.Contains(DomainAxis.Other))
            return new AxisWords(false, PatternsOf(axis, set));
        var missing = AtomSet.Range(DomainAxis.Other, axis.Count - 1).Except(set);
        return new AxisWords(true, PatternsOf(axis, missing));
    }

    internal static AxisWords Of(AddressAxis axis, AtomSet set)
    {
        var all = AtomSet.Range(0, axis.Count - 1);
        var missing = all.Except(set);
        return Size(axis, set) > uint.MaxValue / 2 ? new AxisWords(true, Blocks(axis, missing.Except(AtomSet.One(axis.Unaddressed)))) : new AxisWords(false, Blocks(axis, set));
    }

    internal static AxisWords Of(CertificateAxis axis, AtomSet set)
    {
        var isExcept = set.Contains(CertificateAxis.NoName);
        return new AxisWords(isExcept, Names(axis, isExcept ? axis.Names.Except(set) : set));
    }

    private static string Plain(string pattern) =>
        pattern == "<>" ? "the empty sender"
        : pattern.StartsWith("?.", StringComparison.Ordinal) ? $"other subdomains of {pattern.Substring(2)}"
        : pattern.StartsWith("*.", StringComparison.Ordinal) ? $"{pattern.Substring(2)} and all below it"
        : pattern;

    private static List<string> PatternsOf(DomainAxis axis, AtomSet set)
    {
        var patterns = new List<string>();
        var told = AtomSet.None;
        foreach (var atom in set.Atoms())
        {
            if (told.Contains(atom))
                continue;
            if (axis.DomainOf(atom) is not { } place)
            {
                if (atom == DomainAxis.Empty)
                    patterns.Add("<>");
                continue;
            }

            var whole = axis.Taken(DomainPattern.WithSubdomains(place.Domain));
            if (!place.IsBelow && set.Includes(whole))
            {
                patterns.Add("*." + place.Domain);
                told = told.Union(whole);
            }
            else
            {
                patterns.Add(place.IsBelow ? "?." + place.Domain : place.Domain);
            }
        }

        return patterns;
    }

    private static long Size(AddressAxis axis, AtomSet set)
    {
        var size = 0L;
        foreach (var (first, last) in set.Ranges())
        {
            if (first != axis.Unaddressed)
                size += (long)axis.RangeOf(Math.Min(last, axis.Unaddressed - 1)).Last - axis.RangeOf(first).First + 1;
        }

        return size;
    }

    private static List<string> Blocks(AddressAxis axis, AtomSet set)
    {
        var blocks = new List<string>();
        foreach (var (first, last) in set.Ranges())
        {
            if (first != axis.Unaddressed)
                blocks.Add(Block(axis.RangeOf(first).First, axis.RangeOf(Math.Min(last, axis.Unaddressed - 1)).Last));
            if (last == axis.Unaddressed)
                blocks.Add("IPv6");
        }

        return blocks;
    }

    private static string Block(uint first, uint last)
    {
        if (first == last)
            return AddressRange.Format(first);
        for (var prefix = 0; prefix < 32; prefix++)
        {
            var host = prefix == 0 ? uint.MaxValue : uint.MaxValue >> prefix;
            if ((first & host) == 0 && (first | host) == last)
                return $"{AddressRange.Format(first)}/{prefix.ToString(CultureInfo.InvariantCulture)}";
        }

        return $"{AddressRange.Format(first)}-{AddressRange.Format(last)}";
    }

    // Hosts first: a wildcard that stands for one of them goes without saying.
    private static List<string> Names(CertificateAxis axis, AtomSet set)
    {
        var domains = new SortedDictionary<string, (bool Own, bool Below)>(StringComparer.Ordinal);
        var wildcards = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var atom in set.Atoms())
        {
            if (axis.NameOf(atom) is not { } name)
                continue;
            if (name.IsWildcard)
            {
                if (!name.IsBelow)
                    wildcards.Add(name.Domain);
                continue;
            }

            domains.TryGetValue(name.Domain, out var already);
            domains[name.Domain] = name.IsBelow ? (already.Own, true) : (true, already.Below);
        }

        var names = domains.Where(one => !domains.Any(above => above.Value is { Own: true, Below: true } && DomainPattern.IsSubdomain(one.Key, above.Key)))
            .Select(one => one.Value is { Own: true, Below: true } ? "*." + one.Key : one.Value.Own ? one.Key : "?." + one.Key).ToList();
        if (names.Count == 0)
            names.AddRange(wildcards.Select(domain => "*." + domain));
        return names;
    }
}
