using System.Collections;

namespace ConnectorLint.Model;

/// <summary>A list of declared things (devices, partners ...): those that could be read, and whether that is all of them.</summary>
/// <typeparam name="T">The thing.</typeparam>
/// <param name="items">Those that could be read.</param>
/// <param name="isDeclared">Whether the list is declared at all; an empty list is.</param>
/// <param name="isComplete">Whether all of it could be read.</param>
public sealed class EntityList<T>(T[] items, bool isDeclared, bool isComplete) : IReadOnlyList<T>
{
    /// <summary>Whether the list is declared at all; an empty list is a declaration ("there are none").</summary>
    public bool IsDeclared { get; } = isDeclared;

    /// <summary>Whether all of it could be read; true when not declared.</summary>
    public bool IsComplete { get; } = isComplete;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    internal static EntityList<T> From(Setting<IReadOnlyList<PropertyStore>> setting, Func<PropertyStore, T?> make)
    {
        if (!setting.IsKnown)
            return new EntityList<T>([], !setting.IsAbsent, setting.IsAbsent);
        var items = new List<T>();
        var complete = true;
        foreach (var store in setting.Value!)
        {
            complete &= store.IsComplete;
            if (make(store) is { } item)
                items.Add(item);
            else
                complete = false;
        }

        return new EntityList<T>(items.ToArray(), true, complete);
    }
}
