using System.Text;
using System.Xml;
using ConnectorLint.Syntax;

namespace ConnectorLint.Cli.Output;

/// <summary>Writes XML as people read it: indented, in UTF-8, any text in it.</summary>
internal static class XmlOutput
{
    // The text is written on as UTF-8; the declaration must not say what a string in memory is.
    private static readonly XmlWriterSettings Options = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>Writes one document and a line end.</summary>
    public static void Write(TextWriter output, Action<XmlWriter> document)
    {
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, Options))
            document(xml);
        output.Write('\n');
    }

    /// <summary>The text without what XML has no spelling for: control characters and halves of a surrogate pair become U+FFFD; so do those that XML allows and that drive a terminal, on which a report may be looked at.</summary>
    public static string Text(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]) && (text[i] is '\t' or '\n' or '\r' || !TerminalControl.Is(text[i])))
            {
                clean?.Append(text[i]);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean?.Append(text, i, 2);
                i++;
            }
            else
            {
                clean ??= new StringBuilder(text, 0, i, text.Length);
                clean.Append('\uFFFD');
            }
        }

        return clean?.ToString() ?? text;
    }
}
