namespace ConnectorLint.Fuzz;

/// <summary>Small random changes of a text.</summary>
internal static class Mutation
{
    private static readonly string[] Pieces =
    [
        "- ", ": ", ":", "? ", "\n", "\n  ", "\n\t", "\r\n", "\r", "*x", "*", "&x ", "&", "<<: *x\n", "---\n", "...\n", "%YAML 1.2\n", "!!str ", "!", "!<x> ", "|\n", "|2-\n", ">+\n", ">",
        "[", "]", "{", "}", ",", "\"", "'", "\\", "\\u00e9", "\\ud83d", "\\U0001F600", "\\x4", "\\\n", "#", " # c\n", "\t", "//", "/*", "*/", ",,", "\0", "\uFEFF", "\u0085", "\u2028", "\ud800", "😀", "@", "`",
        "true", "null", "01", "1e5", "-", "+1", "# connectorlint-disable CL1\n", "    ", "[[[[", "{{{{", "- - - ",
        "$(", "@(", "@{", "(", ")", ";", "$x", "${", "@'\n", "\n'@", "<#", "#>", "-a ", "-a:", "`\n", "|", "&&", "2>&1", " = ", "if ($x) {", "“", "’", "–", "\uFFFC",
    ];

    public static string Of(string text, List<string> pool, Random random)
    {
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var start = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 20), text.Length - start);
            text = random.Next(20) switch
            {
                0 or 1 or 2 => text.Remove(start, length),
                3 or 4 => text.Insert(start, text.Substring(start, length)),
                5 or 6 or 7 => text.Insert(start, ((char)random.Next(0x20, 0x7F)).ToString()),
                8 => text.Remove(start),
                9 => string.Concat(text.AsSpan(0, start), Tail(pool[random.Next(pool.Count)], random)),
                _ => text.Insert(start, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text.Length > 20_000 ? text.Remove(20_000) : text;
    }

    private static string Tail(string text, Random random) => text.Substring(random.Next(text.Length + 1));
}
