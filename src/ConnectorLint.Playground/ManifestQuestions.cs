using ConnectorLint.Interview;
using ConnectorLint.LanguageServices;

namespace ConnectorLint.Playground;

/// <summary>The questions of <c>connectorlint advise</c> beside a manifest: its topology answers them, and each answer is written into it.</summary>
internal sealed class ManifestQuestions
{
    private static readonly string[] Lists = ["domains", "devices", "partners", "services"];

    // What was ticked and has no trace in the manifest yet: that a certificate is wanted, whose name comes next.
    private Dictionary<string, IReadOnlyList<string>> _pending = new(StringComparer.Ordinal);

    /// <summary>Forgets what was ticked: another manifest is there.</summary>
    public void Clear() => _pending = new(StringComparer.Ordinal);

    /// <summary>The questions with the answers of a manifest.</summary>
    public JsonFields Read(EditorFile file)
    {
        if (ManifestAnswers.Fault(file, out var topology) is { } fault)
            return new JsonFields(("fault", fault), ("questions", Array.Empty<JsonFields>()));
        var answers = WithPending(TopologyAnswers.Of(topology));
        return new JsonFields(("fault", null), ("questions", Asked(answers).Select(question => new JsonFields(
            ("key", question.Key), ("text", question.Text), ("number", question.Number), ("isWord", question.Form is AnswerForm.Word), ("isWords", question.Form is AnswerForm.Words), ("isList", question.Form is AnswerForm.Texts),
            ("words", question.Words), ("takes", question.Takes), ("empty", question.EmptyMeans ?? ""), ("values", answers.All(question.Key)), ("group", GroupOf(question.Key))))));
    }

    /// <summary>Writes one answer, given as at the command line.</summary>
    public JsonFields Write(EditorFile file, string key, string answer)
    {
        if (ManifestAnswers.Fault(file, out var topology) is { } fault)
            return Refused(fault);
        var before = TopologyAnswers.Of(topology);
        var shown = WithPending(before);
        if (Questionnaire.All(shown).FirstOrDefault(question => question.Key == key) is not { } asked)
            return Refused("This question is no longer asked");
        IReadOnlyList<string> values = [];
        if (answer.Trim().Length > 0 && asked.Read(answer, out values) is { } wrong)
            return Refused(wrong);
        var after = WithoutStale(shown, Renamed(shown, key, values).With(asked, values));
        if (asked.Form == AnswerForm.Words || values is ["different"])
            _pending[key] = values;
        else
            _pending.Remove(key);
        return Written(file, PlainValue.OfEntry(AnsweredManifest.Topology(before)), PlainValue.OfEntry(AnsweredManifest.Topology(after)));
    }

    private static JsonFields Written(EditorFile file, PlainMap before, PlainMap after)
    {
        var next = file;
        foreach (var key in before.Concat(after).Select(entry => entry.Key).Distinct())
        {
            if (PlainValue.AreEqual(before.Find(key), after.Find(key)))
                continue;
            _ = ManifestAnswers.Fault(next, out var topology);
            var value = PlainValue.Changed(PlainValue.Of(topology?.Find(key)), before.Find(key), after.Find(key));
            if (ManifestAnswers.Write(next, key, value, out var text) is { } fault)
                return Refused(fault);
            next = next.With(text);
        }

        return new JsonFields(("fault", null), ("edit", ManifestAnswers.Difference(file, next.Text)));
    }

    private static JsonFields Refused(string fault) => new(("fault", fault), ("edit", null));

    // What follows from a main question waits for its answer.
    private static IEnumerable<Question> Asked(Answers answers)
    {
        var isAnswered = true;
        foreach (var question in Questionnaire.All(answers))
        {
            if (question.Number > 0)
                isAnswered = answers.All(question.Key).Count > 0;
            if (question.Number > 0 || isAnswered)
                yield return question;
        }
    }

    // What is no longer asked after this answer goes from the manifest too, as if it had never been asked.
    private static Answers WithoutStale(Answers before, Answers after)
    {
        var asked = Questionnaire.All(after).Select(question => question.Key).ToHashSet(StringComparer.Ordinal);
        var were = Questionnaire.All(before).Select(question => question.Key).ToHashSet(StringComparer.Ordinal);
        return after.Where(key => asked.Contains(key) || !were.Contains(key));
    }

    private static Answers Renamed(Answers answers, string key, IReadOnlyList<string> values)
    {
        var old = answers.All(key);
        if (!Lists.Contains(key) || old.Count != values.Count)
            return answers;
        var changed = Enumerable.Range(0, old.Count).Where(i => old[i] != values[i]).ToArray();
        return changed is [var at] && !old.Contains(values[at]) ? answers.Renamed($"{key[..^1]}:{old[at]}/", $"{key[..^1]}:{values[at]}/") : answers;
    }

    private Answers WithPending(Answers answers)
    {
        foreach (var (key, values) in _pending)
        {
            if (key != "mx")
                answers = answers.With(key, [.. answers.All(key).Concat(values).Distinct()]);
            else if (answers.All("domains").Count > 1)
                answers = answers.With(key, values);
        }

        return answers;
    }

    private static string GroupOf(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : key[(colon + 1)..key.LastIndexOf('/')];
    }
}
