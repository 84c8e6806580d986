using ConnectorLint.Diagnostics;
using ConnectorLint.Properties;

namespace ConnectorLint.Interview;

/// <summary>What an answer looks like.</summary>
public enum AnswerForm : byte
{
    /// <summary>One of some words.</summary>
    Word,

    /// <summary>Any of some words, separated by commas.</summary>
    Words,

    /// <summary>One text.</summary>
    Text,

    /// <summary>Texts, separated by commas.</summary>
    Texts,
}

/// <summary>One question, and what counts as an answer to it.</summary>
public sealed record Question
{
    private static readonly string[] YesOrNo = ["yes", "no"];

    private readonly Func<string, string?> _check = _ => null;

    private Question(string key, string text, AnswerForm form) => (Key, Text, Form) = (key, text, form);

    /// <summary>What answers are kept under.</summary>
    public string Key { get; }

    /// <summary>The question, a sentence.</summary>
    public string Text { get; }

    /// <summary>What an answer looks like.</summary>
    public AnswerForm Form { get; }

    /// <summary>The allowed words; none for texts.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    /// <summary>What is wanted where it is no word: "domains, separated by commas".</summary>
    public string Takes { get; private init; } = "";

    /// <summary>What it means to leave the answer empty, as "not known"; null where it must be answered.</summary>
    public string? EmptyMeans { get; private init; }

    /// <summary>Its number, from 1, where it is one of the main questions; 0 for a question that follows from one.</summary>
    public int Number { get; private init; }

    /// <summary>Understands an answer.</summary>
    /// <param name="answer">As it was given.</param>
    /// <param name="values">What it comes to, in canonical spelling; none where it is empty.</param>
    /// <returns>Null, or what is wrong with it, a sentence without a full stop.</returns>
    public string? Read(string answer, out IReadOnlyList<string> values)
    {
        values = [];
        var text = answer.Trim();
        if (text.Length == 0)
            return EmptyMeans is null ? $"this needs an answer: {Takes}" : null;
        var parts = Form is AnswerForm.Words or AnswerForm.Texts ? text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0).ToArray() : [text];
        var read = new List<string>();
        foreach (var part in parts)
        {
            var value = part;
            if (Words.Count > 0)
            {
                if (WordOf(part) is not { } word)
                    return $"'{part}' is not one of {string.Join(", ", Words)}{(Spelling.Nearest(part, Words) is { } near ? $"; did you mean {near}?" : "")}";
                value = word;
            }
            else if (_check(part) is { } fault)
            {
                return $"'{part}' {fault}";
            }

            if (read.Contains(value, StringComparer.OrdinalIgnoreCase))
                return $"'{value}' is there twice";
            read.Add(value);
        }

        if (read.Count == 0)
            return $"this needs an answer: {Takes}";
        values = read;
        return null;
    }

    internal static Question Word(string key, string text, params IReadOnlyList<string> words) => new(key, text, AnswerForm.Word) { Words = words, Takes = string.Join(" | ", words) };

    internal static Question AnyOf(string key, string text, params IReadOnlyList<string> words) => new(key, text, AnswerForm.Words) { Words = words, Takes = $"any of {string.Join(", ", words)}, separated by commas" };

    internal static Question YesNo(string key, string text) => Word(key, text, YesOrNo);

    internal static Question One<T>(string key, string text, TextFormat<T> format) => new(key, text, AnswerForm.Text, format.Title, value => format.Parse(value, out _));

    internal static Question Many<T>(string key, string text, TextFormat<T> format) => new(key, text, AnswerForm.Texts, $"{format.Plural}, separated by commas", value => format.Parse(value, out _));

    /// <summary>The same as one of the main questions.</summary>
    internal Question As(int number) => this with { Number = number };

    /// <summary>The same, where it may be left empty.</summary>
    internal Question OrEmpty(string means = "not known") => this with { EmptyMeans = means };

    private Question(string key, string text, AnswerForm form, string takes, Func<string, string?> check)
        : this(key, text, form) => (Takes, _check) = (takes, check);

    // The word itself, or a beginning that no other word has; people write "Exchange Online" and "on-premises".
    private string? WordOf(string text) => Begun(text) ?? Begun(string.Concat(text.Where(letter => letter is not (' ' or '-'))));

    private string? Begun(string text)
    {
        if (Words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) is { } exact)
            return exact;
        var begun = Words.Where(word => text.Length > 0 && word.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToArray();
        return begun.Length == 1 ? begun[0] : null;
    }
}
