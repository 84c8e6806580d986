using System.Collections;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>One value of a list, or the one value of a checked text.</summary>
/// <typeparam name="T">What the text stands for.</typeparam>
/// <param name="Text">As written.</param>
/// <param name="Value">What it stands for; meaningful only when <see cref="IsValid"/>.</param>
/// <param name="Fault">Why it is not valid, a phrase ("is an email address"); null when it is.</param>
/// <param name="Span">Where it stands, with its quotes.</param>
public readonly record struct Item<T>(string Text, T Value, string? Fault, SourceSpan Span)
{
    /// <summary>Whether the text could be understood.</summary>
    public bool IsValid => Fault is null;

    /// <summary>As written.</summary>
    public override string ToString() => Text;
}

/// <summary>A list of values, each with its place. Never empty on a connector: an empty list there means "not set".</summary>
/// <typeparam name="T">What the texts stand for.</typeparam>
/// <param name="items">The values in the order of the text.</param>
public sealed class ItemList<T>(Item<T>[] items) : IReadOnlyList<Item<T>>
{
    /// <inheritdoc/>
    public int Count => items.Length;

    /// <summary>Whether some value could not be understood, so that what it was meant to say is not known.</summary>
    public bool HasFaults
    {
        get
        {
            foreach (var item in items)
            {
                if (!item.IsValid)
                    return true;
            }

            return false;
        }
    }

    /// <inheritdoc/>
    public Item<T> this[int index] => items[index];

    /// <summary>The values, without allocation.</summary>
    public Enumerator GetEnumerator() => new(items);

    /// <inheritdoc/>
    IEnumerator<Item<T>> IEnumerable<Item<T>>.GetEnumerator() => ((IEnumerable<Item<T>>)items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    /// <summary>Walks over the values.</summary>
    public struct Enumerator
    {
        private readonly Item<T>[] _items;
        private int _index;

        internal Enumerator(Item<T>[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>The value that the walk is at.</summary>
        public readonly Item<T> Current => _items[_index];

        /// <summary>Goes to the next value; false behind the last.</summary>
        public bool MoveNext() => ++_index < _items.Length;
    }
}
