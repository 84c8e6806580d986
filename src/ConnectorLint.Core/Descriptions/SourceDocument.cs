namespace ConnectorLint.Descriptions;

/// <summary>A document that makes a rule true.</summary>
/// <param name="Key">Its key: "NEW-IN".</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its address; null where none is stable enough to be printed.</param>
/// <param name="Detail">Which part of it: "scenario 2"; mostly empty.</param>
public sealed record SourceDocument(string Key, string Title, string? Url, string Detail = "");
