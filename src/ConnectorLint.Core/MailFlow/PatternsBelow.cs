using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>For each domain, what is listed for something below it.</summary>
/// <typeparam name="T">What a pattern belongs to.</typeparam>
internal sealed class PatternsBelow<T>
{
    private readonly Dictionary<string, List<T>> _owners = new(StringComparer.OrdinalIgnoreCase);

    public void Add(ItemList<DomainPattern> patterns, T owner)
    {
        foreach (var item in patterns)
        {
            if (!item.IsValid || item.Value.IsAny)
                continue;
            for (var parent = DomainPattern.Parent(item.Value.Domain); parent.Length > 0; parent = DomainPattern.Parent(parent))
            {
                if (!_owners.TryGetValue(parent, out var owners))
                    _owners.Add(parent, owners = []);
                owners.Add(owner);
            }
        }
    }

    /// <summary>What is listed for a domain below this one; an owner once for each of its patterns.</summary>
    public IReadOnlyList<T> Of(string domain) => _owners.TryGetValue(domain, out var owners) ? owners : [];
}
