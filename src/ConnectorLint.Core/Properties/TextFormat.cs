namespace ConnectorLint.Properties;

/// <summary>How a text is understood: its name for messages, its pattern for the schema, its parser for the model.</summary>
public abstract class TextFormat
{
    private protected TextFormat(string title, string plural, string? pattern)
    {
        Title = title;
        Plural = plural;
        Pattern = pattern;
    }

    /// <summary>What it is, with its article: "a domain".</summary>
    public string Title { get; }

    /// <summary>More of it: "domains".</summary>
    public string Plural { get; }

    /// <summary>A regular expression (ECMA-262 and .NET alike) that matches exactly what the parser takes, but for ranges that start above their end; null: any text.</summary>
    public string? Pattern { get; }
}

/// <summary>Tries to understand a text.</summary>
/// <typeparam name="T">What it stands for.</typeparam>
/// <param name="text">As written, without blank space around it.</param>
/// <param name="value">What it stands for.</param>
/// <returns>Null when it was understood; else why not, a phrase: "is an email address".</returns>
internal delegate string? TextParser<T>(string text, out T value);

/// <summary>A format whose texts stand for values of a type.</summary>
/// <typeparam name="T">What a text stands for.</typeparam>
public sealed class TextFormat<T> : TextFormat
{
    private readonly TextParser<T> _parser;

    internal TextFormat(string title, string plural, string? pattern, TextParser<T> parser)
        : base(title, plural, pattern) => _parser = parser;

    /// <summary>Tries to understand a text.</summary>
    /// <returns>Null when it was understood; else why not, a phrase.</returns>
    public string? Parse(string text, out T value) => _parser(text, out value);
}
