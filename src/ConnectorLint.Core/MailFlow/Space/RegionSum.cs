namespace ConnectorLint.MailFlow.Space;

/// <summary>Puts boxes together that differ in one property only, so that a class is told in few words.</summary>
internal static class RegionSum
{
    public static IReadOnlyList<Region> Of(IEnumerable<Region> regions)
    {
        var sum = regions.ToList();
        for (var count = 0; count != sum.Count && sum.Count > 1;)
        {
            count = sum.Count;
            sum = Merge(sum, region => region with { Origins = AtomSet.None }, (one, other) => one with { Origins = one.Origins.Union(other.Origins) });
            sum = Merge(sum, region => region with { Kinds = AtomSet.None }, (one, other) => one with { Kinds = one.Kinds.Union(other.Kinds) });
            sum = Merge(sum, region => region with { Tls = AtomSet.None }, (one, other) => one with { Tls = one.Tls.Union(other.Tls) });
            sum = Merge(sum, region => region with { Certificates = AtomSet.None }, (one, other) => one with { Certificates = one.Certificates.Union(other.Certificates) });
            sum = WithNames(sum);
            sum = Merge(sum, region => region with { Addresses = AtomSet.None }, (one, other) => one with { Addresses = one.Addresses.Union(other.Addresses) });
            sum = Merge(sum, region => region with { Senders = AtomSet.None }, (one, other) => one with { Senders = one.Senders.Union(other.Senders) });
            sum = Merge(sum, region => region with { Recipients = AtomSet.None }, (one, other) => one with { Recipients = one.Recipients.Union(other.Recipients) });
        }

        return sum;
    }

    // Without TLS there is no certificate, so the two are one property: "with TLS and no certificate" takes in what has TLS and one, and what has no TLS.
    private static List<Region> WithNames(List<Region> regions)
    {
        var sum = new List<Region>();
        foreach (var group in regions.GroupBy(region => region with { Certificates = AtomSet.None, Tls = AtomSet.None }))
        {
            if (group.FirstOrDefault(region => region.Certificates.Contains(CertificateAxis.NoName) && region.Tls.Contains(1)) is not { } first)
            {
                sum.AddRange(group);
                continue;
            }

            foreach (var region in group)
                first = first with { Certificates = first.Certificates.Union(region.Certificates), Tls = region.Certificates.Contains(CertificateAxis.NoName) ? first.Tls.Union(region.Tls) : first.Tls };
            sum.Add(first);
        }

        return sum;
    }

    private static List<Region> Merge(List<Region> regions, Func<Region, Region> without, Func<Region, Region, Region> join)
    {
        var places = new Dictionary<Region, int>();
        var merged = new List<Region>();
        foreach (var region in regions)
        {
            var key = without(region);
            if (places.TryGetValue(key, out var place))
            {
                merged[place] = join(merged[place], region);
                continue;
            }

            places.Add(key, merged.Count);
            merged.Add(region);
        }

        return merged;
    }
}
