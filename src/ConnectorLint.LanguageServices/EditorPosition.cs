namespace ConnectorLint.LanguageServices;

/// <summary>A place in a text as editors count: line and UTF-16 code unit, both from 0.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Character">The UTF-16 code unit within the line, from 0.</param>
public readonly record struct EditorPosition(int Line, int Character);

/// <summary>A stretch of a text as editors count.</summary>
/// <param name="Start">Its first place.</param>
/// <param name="End">The place behind its last character.</param>
public readonly record struct EditorRange(EditorPosition Start, EditorPosition End);
