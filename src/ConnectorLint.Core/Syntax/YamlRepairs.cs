namespace ConnectorLint.Syntax;

/// <summary>A character that can't begin a scalar although one was meant, and the error that says so.</summary>
internal readonly record struct YamlRepair(int Offset, SyntaxError Error);

/// <summary>The places where a text is read with a letter instead of its own character, by offset.</summary>
internal sealed class YamlRepairs
{
    // Each one costs another reading of the file.
    private const int Most = 20;

    private readonly Dictionary<int, SyntaxError> _errors = [];

    /// <summary>Adds a place; false when it can't be repaired, so that the text ends there.</summary>
    public bool TryAdd(YamlRepair repair)
    {
        if (_errors.Count == Most || _errors.ContainsKey(repair.Offset))
            return false;
        _errors.Add(repair.Offset, repair.Error);
        return true;
    }

    public bool TryGet(int offset, out SyntaxError error) => _errors.TryGetValue(offset, out error!);

    /// <summary>The text with a letter at each of the places; offsets stay as they are.</summary>
    public string Apply(string text)
    {
        if (_errors.Count == 0)
            return text;
        var characters = text.ToCharArray();
        foreach (var offset in _errors.Keys)
            characters[offset] = 'x';
        return new string(characters);
    }
}
