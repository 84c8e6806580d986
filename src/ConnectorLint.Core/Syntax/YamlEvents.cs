using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ConnectorLint.Syntax;

/// <summary>YamlDotNet's events, one at a time, with whatever it throws turned into a <see cref="YamlFailure"/>.</summary>
internal sealed class YamlEvents
{
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    public YamlEvents(string text)
    {
        // With comments it refuses one before the "}" of a flow mapping; suppression comments are found apart.
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
    }

    /// <summary>Why <see cref="MoveNext"/> gave false; null at the end of the text.</summary>
    public YamlFailure? Failure { get; private set; }

    public ParsingEvent Current => _parser.Current!;

    public bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException exception)
        {
            Failure = new YamlFailure(exception.Message, (int)exception.Start.Index, (int)exception.End.Index, (int)_scanner.CurrentPosition.Index);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parser was surprised by its input (an index, a state, a bad code point): a fault of the text at this place.
            var position = (int)_scanner.CurrentPosition.Index;
            Failure = new YamlFailure("", position, position, position);
        }

        return false;
    }
}
