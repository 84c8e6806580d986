using Microsoft.CodeAnalysis.Text;

namespace ConnectorLint.Analyzers;

/// <summary>The text of a string in code, and where in the code each of its characters stands.</summary>
internal sealed class CodeText
{
    private readonly List<TextSpan> _places;
    private readonly TextSpan _whole;

    private CodeText(string text, List<TextSpan> places, TextSpan whole)
    {
        Text = text;
        _places = places;
        _whole = whole;
    }

    /// <summary>The text; what the code works out when it runs is <see cref="PowerShell.PowerShellReader.Hole"/>.</summary>
    public string Text { get; }

    /// <summary>Where a part of the text stands; the whole of the string where its pieces stand in another order than they are read.</summary>
    public TextSpan SpanOf(int start, int length)
    {
        if (_places.Count == 0 || start + length > _places.Count)
            return _whole;
        if (length <= 0)
            return start < _places.Count ? new TextSpan(_places[start].Start, 0) : new TextSpan(_places[_places.Count - 1].End, 0);
        var first = _places[start];
        var last = _places[start + length - 1];
        return first.Start <= last.Start ? TextSpan.FromBounds(first.Start, last.End) : _whole;
    }

    /// <summary>Puts a text together from its pieces.</summary>
    /// <param name="whole">Where the string stands that is read.</param>
    internal sealed class Builder(TextSpan whole)
    {
        private readonly System.Text.StringBuilder _text = new();
        private readonly List<TextSpan> _places = [];

        /// <summary>A piece of which no more is known than where it stands.</summary>
        public void Append(string text, TextSpan place)
        {
            foreach (var c in text)
                Append(c, place);
        }

        public void Append(char c, TextSpan place)
        {
            _text.Append(c);
            _places.Add(place);
        }

        public CodeText Build() => new(_text.ToString(), _places, whole);
    }
}
