using System.Globalization;
using System.Text;

namespace ConnectorLint.Workspace;

/// <summary>One of several equal shares of the tenants, for a matrix of CI jobs. A tenant's share depends on nothing but its name and the number of shares, in this version and all later ones.</summary>
/// <param name="Number">Which share, from 1.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct TenantShard(int Number, int Count)
{
    /// <summary>Reads <c>2/5</c>; null when it is nothing of the kind.</summary>
    public static TenantShard? Parse(string text)
    {
        var slash = text.IndexOf('/');
        return slash > 0
            && int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && number >= 1 && number <= count
            ? new TenantShard(number, count)
            : null;
    }

    /// <summary>Which of so many shares a tenant is in, from 1.</summary>
    public static int Of(string tenant, int count) => (int)(Hash(tenant) % (uint)count) + 1;

    /// <summary>Whether a tenant is in it.</summary>
    public bool Has(string tenant) => Of(tenant, Count) == Number;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    // FNV-1a, with the bits mixed once more since a remainder takes the lowest. Names that differ only in case are one tenant's;
    // other letters than ASCII are left as they are, since the tables of their cases change from version to version.
    private static ulong Hash(string tenant)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(tenant))
            hash = (hash ^ (b is >= (byte)'A' and <= (byte)'Z' ? b + 32UL : b)) * 1099511628211UL;
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15UL;
        return hash ^ (hash >> 29);
    }
}
