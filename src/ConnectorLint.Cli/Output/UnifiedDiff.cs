using ConnectorLint.Descriptions;

namespace ConnectorLint.Cli.Output;

/// <summary>The difference of two texts as <c>patch</c> and <c>git apply -p0</c> take it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    // Beyond that the search costs more than its answer is worth: the rest is shown as replaced.
    private const int MostDifferences = 2000;

    public static void Write(string path, string old, string changed, TextWriter output)
    {
        var before = LinesOf(old);
        var after = LinesOf(changed);
        var lines = Compare(before, after);
        var name = Quoted(path);
        output.Write($"--- {name}\n+++ {name}\n");
        for (var at = 0; at < lines.Count;)
        {
            if (lines[at].Kind == ' ')
            {
                at++;
                continue;
            }

            var first = Math.Max(0, at - Context);
            var end = at;
            for (var i = at; i < lines.Count && i <= end + (2 * Context); i++)
                end = lines[i].Kind == ' ' ? end : i;
            var last = Math.Min(lines.Count - 1, end + Context);
            WriteHunk(lines, first, last, output);
            at = last + 1;
        }
    }

    private static void WriteHunk(List<(char Kind, string Text)> lines, int first, int last, TextWriter output)
    {
        var hunk = lines.GetRange(first, last - first + 1);
        var oldStart = lines.Take(first).Count(line => line.Kind != '+');
        var newStart = lines.Take(first).Count(line => line.Kind != '-');
        var oldCount = hunk.Count(line => line.Kind != '+');
        var newCount = hunk.Count(line => line.Kind != '-');
        output.Write($"@@ -{Range(oldStart, oldCount)} +{Range(newStart, newCount)} @@\n");
        foreach (var (kind, text) in hunk)
        {
            output.Write(kind);
            output.Write(text);
            if (!text.EndsWith('\n'))
                output.Write("\n\\ No newline at end of file\n");
        }
    }

    private static string Range(int start, int count) => count == 1 ? $"{start + 1}" : $"{(count == 0 ? start : start + 1)},{count}";

    private static List<(char Kind, string Text)> Compare(string[] before, string[] after)
    {
        var prefix = 0;
        while (prefix < before.Length && prefix < after.Length && before[prefix] == after[prefix])
            prefix++;
        var suffix = 0;
        while (suffix < before.Length - prefix && suffix < after.Length - prefix && before[^(suffix + 1)] == after[^(suffix + 1)])
            suffix++;
        var lines = before.Take(prefix).Select(line => (' ', line)).ToList();
        lines.AddRange(Middle(before[prefix..^suffix], after[prefix..^suffix]));
        lines.AddRange(before.TakeLast(suffix).Select(line => (' ', line)));
        return lines;
    }

    // Myers: the shortest way from one to the other, by how many lines differ.
    private static List<(char Kind, string Text)> Middle(string[] before, string[] after)
    {
        var most = Math.Min(before.Length + after.Length, MostDifferences);
        var reach = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var differences = 0; differences <= most; differences++)
        {
            trace.Add((int[])reach.Clone());
            for (var diagonal = -differences; diagonal <= differences; diagonal += 2)
            {
                var isDown = diagonal == -differences || (diagonal != differences && reach[most + diagonal] < reach[most + diagonal + 2]);
                var x = isDown ? reach[most + diagonal + 2] : reach[most + diagonal] + 1;
                while (x < before.Length && x - diagonal < after.Length && before[x] == after[x - diagonal])
                    x++;
                reach[most + diagonal + 1] = x;
                if (x >= before.Length && x - diagonal >= after.Length)
                    return Back(before, after, trace, most);
            }
        }

        return [.. before.Select(line => ('-', line)), .. after.Select(line => ('+', line))];
    }

    private static List<(char Kind, string Text)> Back(string[] before, string[] after, List<int[]> trace, int most)
    {
        var lines = new List<(char, string)>();
        var x = before.Length;
        var y = after.Length;
        for (var differences = trace.Count - 1; differences >= 0; differences--)
        {
            var reach = trace[differences];
            var diagonal = x - y;
            var isDown = diagonal == -differences || (diagonal != differences && reach[most + diagonal] < reach[most + diagonal + 2]);
            var fromDiagonal = isDown ? diagonal + 1 : diagonal - 1;
            var fromX = differences == 0 ? 0 : reach[most + fromDiagonal + 1];
            var fromY = differences == 0 ? 0 : fromX - fromDiagonal;
            while (x > fromX && y > fromY && (differences == 0 || x > (isDown ? fromX : fromX + 1) || y > (isDown ? fromY + 1 : fromY)))
            {
                x--;
                y--;
                lines.Add((' ', before[x]));
            }

            if (differences == 0)
                break;
            if (isDown)
                lines.Add(('+', after[--y]));
            else
                lines.Add(('-', before[--x]));
        }

        lines.Reverse();
        return lines;
    }

    // Each with its line break.
    private static string[] LinesOf(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return [.. lines];
    }

    // As git quotes a path, which git apply and patch understand; else a path could drive the terminal.
    private static string Quoted(string path)
    {
        if (DisplayWidth.Show(path) == path)
            return path;
        var quoted = new System.Text.StringBuilder("\"");
        foreach (var unit in System.Text.Encoding.UTF8.GetBytes(path))
            quoted.Append(unit is < 0x20 or > 0x7e ? "\\" + Convert.ToString(unit, 8).PadLeft(3, '0') : unit is (byte)'"' or (byte)'\\' ? $"\\{(char)unit}" : $"{(char)unit}");
        return quoted.Append('"').ToString();
    }
}
