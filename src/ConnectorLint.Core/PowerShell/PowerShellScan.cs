using static ConnectorLint.PowerShell.PowerShellCharacters;

namespace ConnectorLint.PowerShell;

/// <summary>Where the reader is in a text, and what it found so far. After a failure it is at the end for good.</summary>
internal sealed class PowerShellScan(string text)
{
    // Deeper than any script that people write, and no danger for the stack.
    private const int DeepestNesting = 64;

    private int _depth;
    private int _position;

    public string Text { get; } = text;

    public List<PowerShellCommand> Commands { get; } = [];

    /// <summary>Where reading ends: the end of the text, or of the sub-expression in a string.</summary>
    public int End { get; set; } = text.Length;

    public bool HasFailed { get; private set; }

    /// <summary>Whether what is read now runs only sometimes, or several times.</summary>
    public bool IsConditional { get; set; }

    /// <summary>Whether script blocks that are read now are sure to run: they belong to <c>Invoke-Command</c> or a call operator.</summary>
    public bool RunsBlocks { get; set; }

    /// <summary>Whether nothing but <c>param</c> and its kin stands before in this block, so that <c>process</c> and its kin may.</summary>
    public bool IsBlockStart { get; set; }

    public int Position
    {
        get => HasFailed ? End : _position;
        set => _position = value;
    }

    public bool AtEnd => HasFailed || _position >= End;

    public char Current => AtEnd ? '\0' : Text[_position];

    public char Next => Peek(1);

    public char Peek(int ahead) => !HasFailed && _position + ahead < End ? Text[_position + ahead] : '\0';

    /// <summary>The text can't be understood: nothing more is read, and nothing is reported.</summary>
    public void Fail() => HasFailed = true;

    public void Skip(int count = 1) => _position += count;

    /// <summary>Steps over the character, or fails.</summary>
    public void Expect(char c)
    {
        if (Current != c)
            Fail();
        Skip();
    }

    /// <summary>Goes one level down; false, and failed, if that is too deep.</summary>
    public bool Enter()
    {
        if (++_depth > DeepestNesting)
            Fail();
        return !HasFailed;
    }

    public void Leave() => _depth--;

    /// <summary>To the next token on this line, over continuations and comments.</summary>
    public void SkipBlanks()
    {
        while (!AtEnd)
        {
            var c = Current;
            if (IsBlank(c))
                Skip();
            else if (c == '#')
                SkipLineComment();
            else if (c == '<' && Next == '#')
                SkipBlockComment();
            else if (c == '`' && (IsNewLine(Next) || IsBlank(Next)))
                Skip(Next == '\r' && Peek(2) == '\n' ? 3 : 2);
            else
                return;
        }
    }

    /// <summary>To the next token, on whatever line.</summary>
    public void SkipLines()
    {
        SkipBlanks();
        while (IsNewLine(Current))
        {
            Skip();
            SkipBlanks();
        }
    }

    /// <summary>To the next statement.</summary>
    public void SkipSeparators()
    {
        SkipLines();
        while (Current == ';')
        {
            Skip();
            SkipLines();
        }
    }

    /// <summary>The identifier that stands here; empty if none does.</summary>
    public string PeekIdentifier()
    {
        if (!IsIdentifierStart(Current))
            return "";
        var length = 1;
        while (IsIdentifierPart(Peek(length)))
            length++;
        return Text.Substring(_position, length);
    }

    public bool IsAtWord(string word) =>
        !HasFailed && _position + word.Length <= End &&
        string.Compare(Text, _position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 &&
        !IsIdentifierPart(Peek(word.Length));

    private void SkipLineComment()
    {
        while (!AtEnd && !IsNewLine(Current))
            Skip();
    }

    private void SkipBlockComment()
    {
        var end = Text.IndexOf("#>", _position + 2, End - Math.Min(_position + 2, End), StringComparison.Ordinal);
        if (end < 0)
            Fail();
        else
            _position = end + 2;
    }
}
