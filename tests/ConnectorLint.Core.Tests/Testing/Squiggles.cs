using System.Text;
using ConnectorLint.Syntax;

namespace ConnectorLint.Tests.Testing;

/// <summary>Prints a text with lines under the places that matter, for people who read a failed test.</summary>
internal static class Squiggles
{
    /// <summary>Prints a text; each note stands under the first line of its place.</summary>
    public static string Print(SourceText file, IEnumerable<(int Start, int Length, string Note)> notes)
    {
        var byLine = notes.OrderBy(note => note.Start).ToLookup(note => file.PositionAt(note.Start).Line);
        var output = new StringBuilder($"--- {file.Path}\n");
        for (var line = 1; line <= file.LineCount; line++)
        {
            var text = file.LineText(line);
            output.Append("    ").Append(text).Append('\n');
            foreach (var (start, length, note) in byLine[line])
            {
                var column = start - file.LineStart(line);
                var width = Math.Max(1, Math.Min(length, text.Length - column));
                output.Append("    ").Append(' ', column).Append('^', width).Append(' ').Append(note).Append('\n');
            }
        }

        return output.ToString();
    }
}
