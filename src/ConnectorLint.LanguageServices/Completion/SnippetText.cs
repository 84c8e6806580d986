using System.Text;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices.Completion;

/// <summary>Writes text with places to fill in, in the snippet syntax of the Language Server Protocol.</summary>
internal static class SnippetText
{
    /// <summary>A text that is to stand as it is.</summary>
    public static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal).Replace("}", "\\}", StringComparison.Ordinal);

    /// <summary>A place where one of some words is chosen.</summary>
    public static string Choice(int number, IEnumerable<string> words) =>
        $"${{{number}|{string.Join(',', words.Select(word => word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)))}|}}";

    /// <summary>A place to fill in, with what stands there until then.</summary>
    public static string Hole(int number, string text) => $"${{{number}:{Escape(text)}}}";

    /// <summary>A mapping of values, each with a place to fill in when it is marked.</summary>
    /// <param name="settings">The keys and values: a <see cref="bool"/>, a <see cref="string"/> or a list of strings.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="indent">Block style: what each line but the first begins with.</param>
    public static string Mapping(IEnumerable<SnippetSetting> settings, SnippetStyle style, string indent)
    {
        var text = new StringBuilder();
        var number = 0;
        foreach (var setting in settings)
        {
            if (text.Length > 0)
                text.Append(style == SnippetStyle.Block ? "\n" + indent : ", ");
            text.Append(style == SnippetStyle.Json ? $"\"{setting.Key}\"" : setting.Key).Append(": ").Append(Value(setting, style, ref number));
        }

        return style == SnippetStyle.Block ? text.ToString() : $"{{{text}\\}}";
    }

    /// <summary>A text as a scalar.</summary>
    public static string Scalar(string text, SnippetStyle style) => style == SnippetStyle.Json ? ScalarText.DoubleQuoted(text) : ScalarText.Plain(text);

    private static string Value(SnippetSetting setting, SnippetStyle style, ref int number)
    {
        switch (setting.Value)
        {
            case bool flag:
                return flag ? "true" : "false";
            case IReadOnlyList<string> list:
                var items = new List<string>();
                foreach (var item in list)
                    items.Add(Text(item, setting.IsHole, style, ref number));
                return $"[{string.Join(", ", items)}]";
            default:
                return Text((string)setting.Value, setting.IsHole, style, ref number);
        }
    }

    private static string Text(string text, bool isHole, SnippetStyle style, ref int number)
    {
        var scalar = Scalar(text, style);
        if (!isHole)
            return Escape(scalar);
        number++;
        return scalar.StartsWith('"') ? $"\"{Hole(number, scalar[1..^1])}\"" : Hole(number, scalar);
    }
}

/// <summary>One key with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">A <see cref="bool"/>, a <see cref="string"/> or a list of strings.</param>
/// <param name="IsHole">Whether the value is to be filled in.</param>
internal readonly record struct SnippetSetting(string Key, object Value, bool IsHole = false);

/// <summary>How a snippet is written.</summary>
internal enum SnippetStyle : byte
{
    /// <summary>YAML, each key on its line.</summary>
    Block,

    /// <summary>YAML in braces.</summary>
    Flow,

    /// <summary>JSON.</summary>
    Json,
}
