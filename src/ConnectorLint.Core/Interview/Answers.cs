namespace ConnectorLint.Interview;

/// <summary>What was answered so far. Immutable.</summary>
public sealed class Answers
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values;

    private Answers(Dictionary<string, IReadOnlyList<string>> values) => _values = values;

    /// <summary>Nothing.</summary>
    public static Answers None { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>These and one more.</summary>
    /// <param name="question">The question.</param>
    /// <param name="values">What <see cref="Question.Read"/> made of the answer.</param>
    public Answers With(Question question, IReadOnlyList<string> values) => With(question.Key, values);

    internal Answers With(string key, IReadOnlyList<string> values) =>
        new(new Dictionary<string, IReadOnlyList<string>>(_values, StringComparer.Ordinal) { [key] = values });

    /// <summary>Only those whose key is wanted.</summary>
    internal Answers Where(Func<string, bool> isWanted) =>
        new(_values.Where(answer => isWanted(answer.Key)).ToDictionary(answer => answer.Key, answer => answer.Value, StringComparer.Ordinal));

    /// <summary>The same under other keys, where a thing that they are about was given another name.</summary>
    internal Answers Renamed(string prefix, string newPrefix) =>
        new(_values.ToDictionary(answer => answer.Key.StartsWith(prefix, StringComparison.Ordinal) ? newPrefix + answer.Key.Substring(prefix.Length) : answer.Key, answer => answer.Value, StringComparer.Ordinal));

    /// <summary>Whether a question was answered, be it with nothing.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>The values of an answer; none where it was left empty or not asked.</summary>
    public IReadOnlyList<string> All(string key) => _values.TryGetValue(key, out var values) ? values : [];

    /// <summary>The one value of an answer; null where there is none.</summary>
    public string? One(string key) => All(key) is [var value, ..] ? value : null;

    /// <summary>Whether an answer is, or holds, a value.</summary>
    public bool Is(string key, string value) => All(key).Contains(value, StringComparer.Ordinal);

    /// <summary>Yes or no; null where it was left empty or not asked.</summary>
    public bool? YesNo(string key) => One(key) is { } answer ? answer == "yes" : null;
}
