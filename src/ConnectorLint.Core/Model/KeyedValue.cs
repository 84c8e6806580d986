using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>One entry of a mapping whose keys are free: a rule's id, a tenant's name.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Key">The key as written.</param>
/// <param name="KeySpan">Where the key stands.</param>
/// <param name="Value">The value.</param>
/// <param name="Span">Where the value stands.</param>
public sealed record KeyedValue<T>(string Key, SourceSpan KeySpan, T Value, SourceSpan Span);
