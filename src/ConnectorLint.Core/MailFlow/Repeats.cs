namespace ConnectorLint.MailFlow;

/// <summary>Finds which of many things share a key with another. Most share it with none, and cost no list.</summary>
/// <typeparam name="TKey">What they may share.</typeparam>
/// <typeparam name="T">The things.</typeparam>
/// <param name="capacity">How many things there may be.</param>
/// <param name="comparer">Which keys are the same; null: those that are equal.</param>
internal sealed class Repeats<TKey, T>(int capacity, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private readonly Dictionary<TKey, T> _firsts = new(capacity, comparer);
    private readonly Dictionary<TKey, List<T>> _groups = new(comparer);

    /// <summary>Those that share a key, in the order in which they came; the groups in the order of their first ones.</summary>
    public IEnumerable<IReadOnlyList<T>> Groups => _groups.Count == 0 ? [] : _firsts.Keys.Where(_groups.ContainsKey).Select(key => _groups[key]);

    public void Add(TKey key, T thing)
    {
        if (!_firsts.TryGetValue(key, out var first))
            _firsts.Add(key, thing);
        else if (_groups.TryGetValue(key, out var group))
            group.Add(thing);
        else
            _groups.Add(key, [first, thing]);
    }
}
