using ConnectorLint.PowerShell;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Analyzers;

/// <summary>Turns what stands inside of a text (PowerShell, JSON) into the nodes that files are made of, each at its place in the code.</summary>
/// <param name="file">The file of the code.</param>
/// <param name="text">The text.</param>
internal sealed class TextNodes(CodeFile file, CodeText text)
{
    /// <summary>The node of a value in a script.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">Which property it is for; null when the name is none.</param>
    public SyntaxNode Of(PowerShellValue value, Property? property) => value.Kind switch
    {
        PowerShellValueKind.Text => Scalar(value.Start, value.Length, value.Text, isString: true),
        // A Boolean is given by a number too; a text gets the number as it is written.
        PowerShellValueKind.Number when property is Property<bool> => double.TryParse(value.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? Scalar(value.Start, value.Length, number == 0 ? "false" : "true", isString: false)
            : Unknown(value.Start, value.Length),
        PowerShellValueKind.Number => Scalar(value.Start, value.Length, value.Text, isString: true),
        PowerShellValueKind.Boolean => Scalar(value.Start, value.Length, value.Boolean ? "true" : "false", isString: false),
        PowerShellValueKind.Null => Scalar(value.Start, value.Length, "null", isString: false),
        PowerShellValueKind.List => Sequence(value.Start, value.Length, value.Items.Select(item => Of(item, property))),
        _ => Unknown(value.Start, value.Length),
    };

    /// <summary>The node of a value in JSON.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">Which property it is for; null when the name is none.</param>
    public SyntaxNode Of(SyntaxNode value, Property? property) => value switch
    {
        ScalarNode scalar when scalar.Text.IndexOf(PowerShellReader.Hole) >= 0 => Unknown(scalar.Start, scalar.Length),
        // Whether the service takes a text or a number for a Boolean is not known.
        ScalarNode scalar when property is Property<bool> && scalar is { IsNull: false, Boolean: null } => Unknown(scalar.Start, scalar.Length),
        // A number for a text is sent as such.
        ScalarNode scalar => Scalar(scalar.Start, scalar.Length, scalar.Text, scalar.IsString || scalar is { IsNull: false, Boolean: null }),
        SequenceNode sequence => Sequence(sequence.Start, sequence.Length, sequence.Items.Select(item => Of(item, property))),
        // What adds to a list, or takes from it: what the list has now is not known.
        _ => Unknown(value.Start, value.Length),
    };

    private ScalarNode Scalar(int start, int length, string value, bool isString)
    {
        var span = text.SpanOf(start, length);
        return new ScalarNode(file.Text, span.Start, span.Length, value, isString ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain, isString);
    }

    private SequenceNode Sequence(int start, int length, IEnumerable<SyntaxNode> items)
    {
        var span = text.SpanOf(start, length);
        return new SequenceNode(file.Text, span.Start, span.Length, items.ToArray());
    }

    private UnknownNode Unknown(int start, int length)
    {
        var span = text.SpanOf(start, length);
        return file.Unknown(span);
    }
}
