namespace ConnectorLint.Syntax;

/// <summary>Says in plain words, at the exact place, why YamlDotNet stopped.</summary>
internal sealed class YamlGrammarFaults(SourceText file, YamlFailure failure, YamlFrame? top, int lastEnd)
{
    private readonly string _text = file.Text;

    /// <summary>The error, and whether the text can be read further when its first character is taken for a letter.</summary>
    public (SyntaxError Error, bool CanRepair) Explain()
    {
        if (Tab() is { } tab)
            return (tab, false);
        if (failure.Says("character that cannot start any token"))
            return CannotStart(failure.Start);
        if (failure.Says("anchor or alias") || failure.Says("Anchor "))
            return AnchorOrAlias(failure.Start);
        if (failure.Says("block scalar, did not find expected comment") || failure.Says("found a comment without whtespace"))
            return BlockIndicator();
        if (failure.Says("a tag") || failure.Says("tag handle") || failure.Says("end of tag"))
            return (Tag(), false);
        if (failure.Says("directive") || failure.Says("incompatible YAML"))
            return (Directive(), false);
        if (failure.Says("quoted scalar"))
            return (failure.Says("escape") || failure.Says("hexadecimal") || failure.Says("surrogates") ? Escape() : OpenQuote(), false);
        if (failure.Says("block scalar"))
            return (BlockScalar(), false);
        if (failure.Says("invalid comment after") || failure.Says("comment between adjacent"))
            return (Comment(), false);
        if (failure.Says("invalid content after '...'"))
            return (YamlFaults.Error(Token(failure.Start), "Nothing but a comment may follow \"...\" on its line.", "Move it to a line of its own."), false);
        if (failure.Says("Block sequence entries"))
            return (ListOnKeyLine(), false);
        if (top is { HasBrackets: true })
            return (Flow(top), false);
        return (Block(), false);
    }

    private SyntaxError? Tab()
    {
        var offset = failure.Says("invalid tab") ? failure.Position : failure.Says("a tab character") ? failure.End : failure.Start;
        var line = LineStart(offset);
        for (var i = line; i < _text.Length && _text[i] is ' ' or '\t'; i++)
        {
            if (_text[i] == '\t' && (failure.Says("tab") || i <= offset) && top is not { HasBrackets: true })
                return YamlFaults.Error(file.Span(i, i + 1), "A tab can't indent YAML.", "Use spaces.");
        }

        if (!failure.Says("tab"))
            return null;
        offset = Math.Min(offset, Math.Max(0, _text.Length - 1));
        return YamlFaults.Error(file.Span(offset, Math.Min(offset + 1, _text.Length)), "A tab can't indent YAML.", "Use spaces.");
    }

    private (SyntaxError, bool) CannotStart(int start)
    {
        var c = CharAt(start);
        if (c is '@' or '`' or '%')
        {
            var value = Value(start);
            return (YamlFaults.Error(value, $"A value can't begin with \"{c}\" unless it is in quotes.", $"Write {InQuotes(value.Text)}."), true);
        }

        if (c is ']' or '}')
            return (YamlFaults.Error(file.Span(start, start + 1), $"This \"{c}\" closes nothing.", "Remove it, or put the text in quotes."), false);
        if (c is '|' or '>' && top is { HasBrackets: true })
            return (YamlFaults.Error(Token(start), $"A \"{c}\" block can't stand inside brackets.", "Put the text in quotes."), false);
        return (YamlFaults.Error(Token(start), $"{Quoted.Text(Token(start).Text)} can't stand here.", "Put the text in quotes if it belongs to a value."), false);
    }

    private (SyntaxError, bool) AnchorOrAlias(int start)
    {
        if (CharAt(start) == '*')
            return (YamlFaults.UnquotedStar(Value(start)), true);
        if (CharAt(start) != '&')
            return (YamlFaults.Error(Token(start), "An anchor or alias is not well formed here.", "A name of letters, digits, \"-\" and \"_\" must follow \"&\" and \"*\"; put other text in quotes."), false);
        if (failure.Says("Anchor before sequence"))
            return (YamlFaults.Error(Token(start), "An anchor can't stand before \"-\" on the same line.", "Put the anchor on the line before, behind the key."), false);
        var value = Value(start);
        return (YamlFaults.Error(value, "\"&\" begins an anchor, and a name must follow it.", $"If text is meant, write {InQuotes(value.Text)}."), true);
    }

    private (SyntaxError, bool) BlockIndicator()
    {
        var value = Value(failure.Start);
        var c = CharAt(failure.Start);
        return (YamlFaults.Error(value, $"\"{c}\" begins a block of text, which must start on the next line.", $"If text that begins with \"{c}\" is meant, write {InQuotes(value.Text)}."), true);
    }

    private SyntaxError Tag()
    {
        var token = Token(failure.Start);
        return failure.Says("undefined tag handle")
            ? YamlFaults.Error(token, $"The tag {Quoted.Text(token.Text)} uses a handle that no %TAG line defines.", "Remove the tag, or put the text in quotes if \"!\" belongs to it.")
            : YamlFaults.Error(token, "\"!\" begins a tag, and this is not a valid one.", $"If text is meant, put it in quotes: {InQuotes(token.Text)}.");
    }

    private SyntaxError Directive() => YamlFaults.Error(
        ToLineEnd(Math.Min(failure.Start, _text.Length)),
        failure.Says("incompatible") ? "This version of YAML can't be read; 1.2 and 1.1 can." : "A line that begins with \"%\" is a directive (%YAML 1.2), and this is not a valid one.",
        "Remove the line, or put \"%\" text in quotes.");

    private SyntaxError Escape()
    {
        var start = Math.Min(failure.End, _text.Length - 1);
        while (start > failure.Start && _text[start] != '\\')
            start--;
        var span = file.Span(start, Math.Min(start + 2, _text.Length));
        if (failure.Says("unknown"))
            return YamlFaults.Error(span, $"{Quoted.Text(span.Text)} is not an escape that YAML knows.", "Write a backslash as \"\\\\\", or put the text in single quotes, where it needs no escape.");
        return YamlFaults.Error(span, "This escape does not give a character: \\x takes 2, \\u 4 and \\U 8 hexadecimal digits.", "Complete it, or write a backslash as \"\\\\\".");
    }

    private SyntaxError OpenQuote()
    {
        var isDouble = CharAt(failure.Start) == '"';
        var name = isDouble ? "double" : "single";
        var span = ToLineEnd(failure.Start);
        return YamlFaults.Error(
            span,
            failure.Says("wrong indentation")
                ? $"The {name} quote that opens here is not closed on its line, and the next line is not indented as part of the text."
                : $"The {name} quote that opens here is never closed.",
            isDouble ? "Add the closing \" at the end of the value." : "Add the closing ' at the end of the value; a ' inside the text is written ''.");
    }

    private SyntaxError BlockScalar()
    {
        if (failure.Says("indicator equal to 0"))
            return YamlFaults.Error(Token(failure.Start), "A block's indentation indicator is a digit from 1 to 9.", "Remove the 0.");
        return YamlFaults.Error(
            ToLineEnd(LineStart(Math.Min(failure.Start, _text.Length))),
            "A blank line at the start of this block of text has more spaces than its first line.",
            "Remove the spaces of the blank lines.");
    }

    private SyntaxError Comment()
    {
        var hash = _text.IndexOf('#', Math.Min(failure.Start, _text.Length));
        if (failure.Says("adjacent"))
            return YamlFaults.Error(Token(failure.Start), "A comment can't stand between the lines of one text.", "Put the text in quotes, or move the comment.");
        return YamlFaults.Error(hash < 0 ? Token(failure.Start) : ToLineEnd(hash), "A comment needs a space before its \"#\".", "Add the space, or put the text in quotes.");
    }

    private SyntaxError ListOnKeyLine()
    {
        var isKeyLine = LineStart(failure.Start) == LineStart(lastEnd);
        return isKeyLine
            ? YamlFaults.Error(ToLineEnd(failure.Start), "A list can't start on the line of its key.", "Put \"- \" on the next line, or write the list in brackets: [a, b].")
            : YamlFaults.Error(ToLineEnd(failure.Start), "A list item can't stand here.", "Indent it as the other items of its list; text that begins with \"- \" must be in quotes.");
    }

    private SyntaxError Flow(YamlFrame frame)
    {
        var open = file.Span(frame.Start, frame.Start + 1);
        var (bracket, closing) = frame.IsMapping ? ("{", "}") : ("[", "]");
        var at = Math.Max(lastEnd, Math.Min(failure.Start == 0 ? failure.Position : failure.Start, _text.Length));
        at = SkipBlank(at);
        if (at >= _text.Length)
        {
            return YamlFaults.Error(
                open,
                $"The \"{bracket}\" that opens here is never closed: \"{closing}\" is missing.",
                $"Add \"{closing}\".",
                file.Span(lastEnd, lastEnd));
        }

        if (CommentBehind(at) is { } comment)
            return comment;
        var token = Token(at);
        if (IsFirstOfLine(at) && !IsClosedBehind(at, frame.IsMapping))
        {
            return YamlFaults.Error(
                open,
                $"The \"{bracket}\" that opens here is never closed: \"{closing}\" is missing before line {LimitFaults.Line(file, at)}.",
                $"Add \"{closing}\".",
                token);
        }

        if (failure.Reason.Length == 0 || failure.Says("node content") && _text[at] is not (',' or ']' or '}' or ':'))
        {
            return YamlFaults.Error(
                token,
                $"What stands inside \"{bracket}\" must be indented more than the key that it belongs to.",
                $"Indent the line, or close the \"{bracket}\" of line {LimitFaults.Line(file, frame.Start)} with \"{closing}\" if it ends before.",
                open);
        }

        if (_text[at] is ',' or ':' && failure.Says("node content"))
            return YamlFaults.Error(file.Span(at, at + 1), $"A value is missing before this \"{_text[at]}\".", "Add the value, or remove the character.", open);
        if (_text[at] is ']' or '}')
        {
            return YamlFaults.Error(
                file.Span(at, at + 1),
                $"\"{closing}\" was expected here, for the \"{bracket}\" of line {LimitFaults.Line(file, frame.Start)}; this is \"{_text[at]}\".",
                "Make the brackets match.",
                open);
        }

        return YamlFaults.Error(
            token,
            $"\",\" or \"{closing}\" was expected here, for the \"{bracket}\" of line {LimitFaults.Line(file, frame.Start)}.",
            $"Put \",\" between two values and \"{closing}\" behind the last.",
            open);
    }

    // ",#" and "]#": no space before a comment.
    private SyntaxError? CommentBehind(int at)
    {
        var hash = CharAt(at) is ',' or ']' ? at + 1 : at;
        return CharAt(hash) == '#' ? YamlFaults.Error(ToLineEnd(hash), "A comment needs a space before its \"#\".", "Add the space, or put the text in quotes.") : null;
    }

    /// <summary>Whether the next bracket of the kind closes what is open.</summary>
    private bool IsClosedBehind(int at, bool isMapping)
    {
        var next = _text.IndexOfAny(isMapping ? ['{', '}'] : ['[', ']'], at);
        return next >= 0 && _text[next] is '}' or ']';
    }

    private SyntaxError Block()
    {
        var at = Math.Min(failure.Start, _text.Length);
        if (failure.Says("invalid mapping") || failure.Says("Mapping values"))
            return SecondColon(at);
        if (failure.Says("could not find expected ':'"))
            return MissingColon(at);
        at = SkipBlank(at);
        if (at >= _text.Length)
            return YamlFaults.Error(file.Span(lastEnd, lastEnd), "The text ends here in the middle of a value.", "Complete it.");
        if (_text[at] is ']' or '}')
            return YamlFaults.Error(file.Span(at, at + 1), $"This \"{_text[at]}\" closes nothing.", "Remove it, or put the text in quotes.");
        if (!IsFirstOfLine(at))
            return TextAfterValue(at);
        if (failure.Says("expected key") && !LooksLikeKey(at) && !IsItem(at))
            return MissingColon(at);
        return Indentation(at);
    }

    private SyntaxError TextAfterValue(int at)
    {
        var token = ToLineEnd(at);
        var quote = at == lastEnd ? CharAt(at - 1) : '\0';
        if (quote is '\'' or '"')
        {
            return YamlFaults.Error(
                token,
                $"The quoted text ends before this; {Quoted.Text(token.Text)} can't follow it.",
                quote == '"' ? "Write a \" inside the text as \\\"." : "Write a ' inside the text as '', or put the text in double quotes.");
        }

        return YamlFaults.Error(
            token,
            $"The value ends before this; {Quoted.Text(token.Text)} can't follow it.",
            "Put the whole value in quotes, or start a new line.");
    }

    private SyntaxError SecondColon(int colon)
    {
        var lineStart = LineStart(colon);
        var start = SkipBlank(lastEnd);
        if (LineStart(start) == lineStart && LineStart(lastEnd) == lineStart && lastEnd > 0)
        {
            var value = start < _text.Length && _text[start] == ':' ? Value(SkipBlank(start + 1)) : ToLineEnd(start);
            return YamlFaults.Error(
                file.Span(colon, Math.Min(colon + 1, _text.Length)),
                "A second \": \" on this line: YAML takes \": \" for the end of a key.",
                $"If it belongs to the value, put that in quotes: {InQuotes(value.Text)}. If not, start a new line.");
        }

        var key = SkipBlank(lineStart);
        var previous = lineStart == 0 ? lineStart : SkipBlank(LineStart(lineStart - 1));
        if (lineStart > 0 && Column(previous) == Column(key) && !LooksLikeKey(previous))
            return MissingColon(previous);
        return YamlFaults.Error(
            file.Span(key, Math.Max(key, Math.Min(colon, _text.Length))),
            "This line is indented like a part of the value above it, but it is a key.",
            "Indent it like the key that it stands beside, or give the key above no value on its own line.");
    }

    private SyntaxError MissingColon(int at)
    {
        // The scanner notices one line too late that a key was never one.
        var start = SkipBlank(lastEnd);
        if (start < _text.Length && _text[start] is ':' or '-' or '?')
            start = SkipBlank(start + 1);
        if (start >= at || LooksLikeKey(start))
            start = SkipBlank(Math.Min(at, _text.Length));
        var span = ToLineEnd(start);
        return YamlFaults.Error(
            span,
            $"A \":\" is missing: {Quoted.Text(span.Text)} is neither a key with a value nor part of the value above.",
            "Write \"key: value\", or indent the line if it continues the value above.");
    }

    private SyntaxError Indentation(int at)
    {
        var span = ToLineEnd(at);
        var column = Column(at);
        if (IsItem(at) && top is { IsMapping: true } && column == Column(top.Start))
            return YamlFaults.Error(span, "A list item can't stand among the keys of a mapping.", "Give the list a key, or indent it under the key that it belongs to.");
        if (top is { IsMapping: false } && !IsItem(at) && column == Column(top.Start))
            return YamlFaults.Error(span, "A \"- \" was expected here: this line stands where the items of a list begin.", "Begin it with \"- \", or indent it as part of the item above.");
        var spaces = column == 1 ? "1 space" : column.ToString(System.Globalization.CultureInfo.InvariantCulture) + " spaces";
        return YamlFaults.Error(
            span,
            column == 0 ? "This line is not indented, and that fits none of the lines above it." : $"This line is indented by {spaces}, and that fits none of the lines above it.",
            "Indent it exactly like the line that it stands beside.");
    }

    private bool IsItem(int at) => CharAt(at) == '-' && (at + 1 >= _text.Length || char.IsWhiteSpace(_text[at + 1]));

    private bool LooksLikeKey(int at)
    {
        for (var i = at; i < _text.Length && _text[i] is not ('\n' or '\r'); i++)
        {
            if (_text[i] == ':' && (i + 1 == _text.Length || char.IsWhiteSpace(_text[i + 1])))
                return true;
        }

        return false;
    }

    private bool IsFirstOfLine(int at)
    {
        for (var i = LineStart(at); i < at; i++)
        {
            if (_text[i] is not (' ' or '\t'))
                return false;
        }

        return true;
    }

    private char CharAt(int offset) => offset >= 0 && offset < _text.Length ? _text[offset] : '\0';

    private int Column(int offset) => offset - LineStart(offset);

    private int LineStart(int offset)
    {
        offset = Math.Min(offset, _text.Length);
        while (offset > 0 && _text[offset - 1] is not ('\n' or '\r'))
            offset--;
        return offset;
    }

    private int SkipBlank(int offset)
    {
        while (offset < _text.Length)
        {
            if (char.IsWhiteSpace(_text[offset]))
                offset++;
            else if (_text[offset] == '#' && (offset == 0 || char.IsWhiteSpace(_text[offset - 1])))
                offset = LineEnd(offset);
            else
                break;
        }

        return offset;
    }

    private int LineEnd(int offset)
    {
        while (offset < _text.Length && _text[offset] is not ('\n' or '\r'))
            offset++;
        return offset;
    }

    private SourceSpan ToLineEnd(int start)
    {
        var end = start;
        while (end < _text.Length && _text[end] is not ('\n' or '\r'))
        {
            if (_text[end] == '#' && end > start && _text[end - 1] is ' ' or '\t')
                break;
            end++;
        }

        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        return file.Span(start, end);
    }

    /// <summary>What was meant as one value: to the end of the line, or to the next comma or bracket inside brackets.</summary>
    private SourceSpan Value(int start)
    {
        var line = ToLineEnd(start);
        // The bracket may be so new that its event has not come yet.
        if (top is not { HasBrackets: true } && (start <= lastEnd || _text.IndexOfAny(['[', '{'], lastEnd, start - lastEnd) < 0))
            return line;
        var end = start;
        while (end < line.End && _text[end] is not (',' or ']' or '}'))
            end++;
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        return file.Span(start, end);
    }

    private SourceSpan Token(int start)
    {
        start = Math.Min(start, _text.Length);
        var end = start;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]))
            end++;
        return file.Span(start, Math.Max(end, Math.Min(start + 1, _text.Length)));
    }

    // Single quotes where the text has what double quotes would change.
    private static string InQuotes(string text) => text.IndexOfAny(['"', '\\']) < 0
        ? Quoted.Text(text)
        : text.IndexOf('\'') < 0 ? "'" + text + "'" : "it in quotes";
}
