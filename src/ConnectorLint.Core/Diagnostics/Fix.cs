using ConnectorLint.Syntax;

namespace ConnectorLint.Diagnostics;

/// <summary>A change that mends a finding.</summary>
/// <param name="Title">What it does, an order: "Remove restrictDomainsToIPAddresses".</param>
/// <param name="IsSafe">Whether it can't change which mail is accepted or where it goes.</param>
/// <param name="Intent">What is to change; each host renders it (YAML, JSON, C#).</param>
public sealed record Fix(string Title, bool IsSafe, FixIntent Intent)
{
    /// <summary>A place in the document that it changes, which may be one of another file; none where that is the finding's own.</summary>
    public SourceSpan Place { get; init; }

    /// <summary>The place at which it is rendered.</summary>
    public SourceSpan PlaceFor(Diagnostic finding) => Place.IsNone ? finding.Span : Place;
}

/// <summary>What a fix changes, in words that cross to any host: never a text edit.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Owner">The owner, as in <see cref="Diagnostic.Owner"/>.</param>
/// <param name="Property">The property; empty where the whole owner is meant.</param>
/// <param name="Value">The new value, or the item to remove; a list as JSON (<c>["*"]</c>); empty where none is needed.</param>
/// <param name="Item">With <see cref="FixKind.ReplaceItem"/>: the item, as written, that the list in <paramref name="Value"/> replaces.</param>
public sealed record FixIntent(FixKind Kind, string Owner, string Property = "", string Value = "", string Item = "");

/// <summary>The things that a fix can do.</summary>
public enum FixKind : byte
{
    /// <summary>Give a property a value, adding it where it is not set.</summary>
    SetProperty,

    /// <summary>Take a property out.</summary>
    RemoveProperty,

    /// <summary>Give a property its right name.</summary>
    RenameProperty,

    /// <summary>Replace one item of a list by others.</summary>
    ReplaceItem,

    /// <summary>Take one item out of a list.</summary>
    RemoveItem,

    /// <summary>Add a connector.</summary>
    AddConnector,

    /// <summary>Take a connector out.</summary>
    RemoveConnector,

    /// <summary>Move a connector to the other direction.</summary>
    MoveToOtherDirection,
}
