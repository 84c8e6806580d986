using System.Globalization;
using System.Text;
using CsCheck;

namespace ConnectorLint.Tests.Syntax;

/// <summary>Random values, and the ways to write them.</summary>
internal abstract record Data
{
    private static readonly Gen<string> Strings = Gen.OneOf(
        Gen.String["abc xyz*.@:-#[]{},&!|>'%"],
        Gen.String["\"\\/\b\n\r\t\u0001éß漢 "],
        Gen.OneOf("", "null", "true", "~", "12", "0x1F", "*.contoso.com", "<<", "x😀y", "- a", "a: b", "# c", " a ", "---"));

    private static readonly Gen<Data> Scalars = Gen.OneOf(
        Strings.Select(text => (Data)new Text(text)),
        Gen.OneOf("true", "false", "null").Select(text => (Data)new Plain(text)),
        Gen.Int[-1000, 1000].Select(number => (Data)new Plain(number.ToString(CultureInfo.InvariantCulture))),
        Gen.Double[-1e6, 1e6].Select(number => (Data)new Plain(number.ToString("R", CultureInfo.InvariantCulture))));

    public static Gen<Data> Any { get; } = Of(4);

    public string Json(bool isIndented)
    {
        var text = new StringBuilder();
        WriteJson(text, isIndented ? 0 : -1);
        return text.ToString();
    }

    public string YamlBlock()
    {
        var text = new StringBuilder();
        WriteBlock(text, 0);
        return text.ToString();
    }

    private static Gen<Data> Of(int depth)
    {
        if (depth == 0)
            return Scalars;
        var inner = Of(depth - 1);
        return Gen.Frequency(
            (2, Scalars),
            (2, inner.Array[0, 4].Select(items => (Data)new List(items))),
            (3, Gen.Select(Strings, inner).Array[0, 5].Select(entries => (Data)new Map([.. entries.GroupBy(entry => entry.Item1, StringComparer.Ordinal).Select(group => group.First())]))));
    }

    protected abstract void WriteJson(StringBuilder text, int indent);

    protected abstract void WriteBlock(StringBuilder text, int indent);

    private static void Line(StringBuilder text, int indent)
    {
        if (indent >= 0)
            text.Append('\n').Append(' ', indent * 2);
    }

    private static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ')
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        return text.Append('"').ToString();
    }

    internal sealed record Text(string Value) : Data
    {
        protected override void WriteJson(StringBuilder text, int indent) => text.Append(Quote(Value));

        protected override void WriteBlock(StringBuilder text, int indent) => text.Append(' ').Append(Quote(Value)).Append('\n');
    }

    internal sealed record Plain(string Value) : Data
    {
        protected override void WriteJson(StringBuilder text, int indent) => text.Append(Value);

        protected override void WriteBlock(StringBuilder text, int indent) => text.Append(' ').Append(Value).Append('\n');
    }

    internal sealed record List(Data[] Items) : Data
    {
        protected override void WriteJson(StringBuilder text, int indent)
        {
            text.Append('[');
            for (var i = 0; i < Items.Length; i++)
            {
                text.Append(i > 0 ? "," : "");
                Line(text, indent < 0 ? -1 : indent + 1);
                Items[i].WriteJson(text, indent < 0 ? -1 : indent + 1);
            }

            text.Append(']');
        }

        protected override void WriteBlock(StringBuilder text, int indent)
        {
            if (Items.Length == 0)
            {
                text.Append(" []\n");
                return;
            }

            text.Append('\n');
            foreach (var item in Items)
            {
                text.Append(' ', indent * 2).Append('-');
                item.WriteBlock(text, indent + 1);
            }
        }
    }

    internal sealed record Map((string Key, Data Value)[] Entries) : Data
    {
        protected override void WriteJson(StringBuilder text, int indent)
        {
            text.Append('{');
            for (var i = 0; i < Entries.Length; i++)
            {
                text.Append(i > 0 ? ", " : "");
                Line(text, indent < 0 ? -1 : indent + 1);
                text.Append(Quote(Entries[i].Key)).Append(": ");
                Entries[i].Value.WriteJson(text, indent < 0 ? -1 : indent + 1);
            }

            text.Append('}');
        }

        protected override void WriteBlock(StringBuilder text, int indent)
        {
            if (Entries.Length == 0)
            {
                text.Append(" {}\n");
                return;
            }

            text.Append('\n');
            foreach (var (key, value) in Entries)
            {
                text.Append(' ', indent * 2).Append(Quote(key)).Append(':');
                value.WriteBlock(text, indent + 1);
            }
        }
    }
}
