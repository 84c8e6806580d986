using System.Buffers;
using System.Globalization;
using System.Text;

namespace ConnectorLint.Playground;

/// <summary>An object that is written as JSON.</summary>
internal sealed record JsonFields(params (string Name, object? Value)[] Fields);

/// <summary>Writes JSON. System.Text.Json is slow to start where it is interpreted, and would be a twentieth of what is loaded.</summary>
internal static class JsonText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(string.Concat(Enumerable.Range(0, 32).Select(code => (char)code)) + "\"\\\u2028\u2029");

    /// <summary>The text of a value: null, a Boolean, an integer, a string, fields, or a list of these.</summary>
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case int number:
                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case string words:
                AppendString(text, words);
                break;
            case JsonFields fields:
                AppendFields(text, fields);
                break;
            case System.Collections.IEnumerable list:
                AppendList(text, list);
                break;
            default:
                throw new ArgumentException(value.GetType().Name, nameof(value));
        }
    }

    private static void AppendFields(StringBuilder text, JsonFields fields)
    {
        text.Append('{');
        for (var i = 0; i < fields.Fields.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            AppendString(text, fields.Fields[i].Name);
            text.Append(':');
            Append(text, fields.Fields[i].Value);
        }

        text.Append('}');
    }

    private static void AppendList(StringBuilder text, System.Collections.IEnumerable list)
    {
        text.Append('[');
        var isFirst = true;
        foreach (var item in list)
        {
            if (!isFirst)
                text.Append(',');
            isFirst = false;
            Append(text, item);
        }

        text.Append(']');
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        var from = 0;
        while (value.AsSpan(from).IndexOfAny(Special) is >= 0 and var offset)
        {
            var c = value[from + offset];
            text.Append(value, from, offset);
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                _ => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
            from += offset + 1;
        }

        text.Append(value, from, value.Length - from).Append('"');
    }
}
