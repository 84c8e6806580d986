using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConnectorLint.Properties;

namespace ConnectorLint.Descriptions;

/// <summary>Writes JSON Schemas (draft 2020-12) from the same descriptions that the reader uses: what the reader refuses, the schema refuses, and no more.</summary>
/// <remarks>It keeps to keywords that every validator knows: no const, if, contains or unevaluatedProperties.</remarks>
internal static class SchemaText
{
    /// <summary>The definition of what names a rule.</summary>
    public const string Rule = "rule";

    /// <summary>The definition of a mapping from rules to levels.</summary>
    public const string RuleLevels = "ruleLevels";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a schema.</summary>
    /// <param name="root">What the schema describes.</param>
    /// <param name="name">Its name in the schema's id.</param>
    /// <param name="title">Its title.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="definitions">Writes definitions beside those of the shapes.</param>
    public static string Of(Shape root, string name, string title, string description, Action<Utf8JsonWriter> definitions)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("$id", $"urn:connectorlint:schema:{name}:1");
            json.WriteString("title", title);
            json.WriteString("description", description);
            WriteShape(json, root);
            json.WriteStartObject("$defs");
            foreach (var shape in Shapes(root).Skip(1))
            {
                json.WriteStartObject(shape.Name);
                WriteShape(json, shape);
                json.WriteEndObject();
            }

            definitions(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    /// <summary>All shapes that a shape can hold, itself first, each once.</summary>
    public static IReadOnlyList<Shape> Shapes(Shape root)
    {
        var shapes = new List<Shape>();
        Collect(root, shapes);
        return shapes;
    }

    private static void Collect(Shape shape, List<Shape> shapes)
    {
        if (shapes.Contains(shape))
            return;
        shapes.Add(shape);
        foreach (var property in shape.Properties)
        {
            if (property.Kind is ObjectKind single)
                Collect(single.Shape, shapes);
            else if (property.Kind is ObjectListKind list)
                Collect(list.Shape, shapes);
        }
    }

    private static void WriteShape(Utf8JsonWriter json, Shape shape)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        var required = shape.Properties.Where(property => IsRequired(shape, property)).Select(property => property.Name).ToArray();
        if (required.Length > 0)
        {
            json.WriteStartArray("required");
            foreach (var name in required)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        foreach (var property in shape.Properties)
        {
            json.WriteStartObject(property.Name);
            json.WriteString("description", Describe(shape, property));
            WriteKind(json, shape, property);
            json.WriteEndObject();
        }

        foreach (var name in shape.Ignored)
        {
            json.WriteStartObject(name);
            json.WriteEndObject();
        }

        if (shape.IsConnector)
            WriteForeign(json, shape);

        json.WriteEndObject();
        if (ReferenceEquals(shape, InboundProperties.Shape))
            WriteSenderDomains(json);
        if (shape is { IsConfiguration: true, AllowsOwnKeys: false })
            return;
        json.WriteStartObject("patternProperties");
        if (shape.AllowsOwnKeys)
        {
            json.WriteStartObject("^x-");
            json.WriteString("description", "Yours; ignored. Anchors can live here.");
            json.WriteEndObject();
        }

        // Annotations of exports: "X@odata.type".
        if (!shape.IsConfiguration)
        {
            json.WriteStartObject("@");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // What a connector can't do without is for rules to say, but for senderDomains.
    private static bool IsRequired(Shape shape, Property property) => property.IsRequired && !shape.IsConnector;

    // A property of the other direction is let pass while it is not set.
    private static void WriteForeign(Utf8JsonWriter json, Shape shape)
    {
        var other = ReferenceEquals(shape, InboundProperties.Shape) ? OutboundProperties.Shape : InboundProperties.Shape;
        foreach (var property in other.Properties.Where(property => shape.Find(property.Name) is null))
        {
            json.WriteStartObject(property.Name);
            json.WriteString("$ref", "#/$defs/notSet");
            json.WriteEndObject();
        }
    }

    // New-InboundConnector demands senderDomains; Set-InboundConnector, whose entries have an identity and no name, does not.
    private static void WriteSenderDomains(Utf8JsonWriter json)
    {
        json.WriteStartArray("anyOf");
        WriteOne(json, () =>
        {
            WriteRequired(json, InboundProperties.SenderDomains.Name);
            json.WriteStartObject("properties");
            json.WriteStartObject(InboundProperties.SenderDomains.Name);
            json.WriteStartArray("anyOf");
            WriteOne(json, () =>
            {
                json.WriteString("type", "array");
                json.WriteNumber("minItems", 1);
                json.WriteStartObject("items");
                WriteSetText(json);
                json.WriteEndObject();
            });
            WriteOne(json, () => WriteSetText(json));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        });
        WriteOne(json, () =>
        {
            WriteRequired(json, InboundProperties.Identity.Name);
            json.WriteStartObject("properties");
            json.WriteStartObject(InboundProperties.Identity.Name);
            WriteScalarTypes(json);
            // One that is blank names nothing.
            json.WriteString("pattern", "\\S");
            json.WriteEndObject();
            json.WriteStartObject(InboundProperties.Name.Name);
            json.WriteString("$ref", "#/$defs/notSet");
            json.WriteEndObject();
            json.WriteEndObject();
        });
        json.WriteEndArray();
    }

    private static void WriteRequired(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray("required");
        json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void WriteSetText(Utf8JsonWriter json)
    {
        WriteScalarTypes(json);
        json.WriteString("pattern", "(?:.|\\s)");
    }

    private static void WriteScalarTypes(Utf8JsonWriter json)
    {
        json.WriteStartArray("type");
        json.WriteStringValue("string");
        json.WriteStringValue("number");
        json.WriteStringValue("boolean");
        json.WriteEndArray();
    }

    private static string Describe(Shape shape, Property property)
    {
        var text = new StringBuilder(property.Description);
        if (property.Default is { } value)
            text.Append(" Default: ").Append(value).Append('.');
        if (shape.IsConnector)
            text.Append(" Parameter: -").Append(property.CmdletParameter).Append('.');
        if (property.Source is { } source)
            text.Append(" Source: ").Append(source).Append('.');
        return text.ToString();
    }

    private static void WriteKind(Utf8JsonWriter json, Shape shape, Property property)
    {
        if (property.Kind is BooleanKind && property.Default is "true" or "false")
            json.WriteBoolean("default", property.Default == "true");
        else if (property.Kind is IEnumKind && property.Default is { } name)
            json.WriteString("default", name);

        if (property.Kind is AnyKind)
            return;
        var required = IsRequired(shape, property) || ReferenceEquals(property, ManifestProperties.Tenant);
        json.WriteStartArray("anyOf");
        WriteAlternatives(json, shape, property, required);
        if (!required)
        {
            if (shape.IsConnector)
                WriteOne(json, () => json.WriteString("$ref", "#/$defs/notSet"));
            else
                WriteOne(json, () => json.WriteString("type", "null"));
        }

        json.WriteEndArray();
    }

    private static void WriteAlternatives(Utf8JsonWriter json, Shape shape, Property property, bool required)
    {
        switch (property.Kind)
        {
            case BooleanKind:
                WriteOne(json, () => json.WriteString("type", "boolean"));
                break;
            case IntegerKind integer:
                WriteOne(json, () =>
                {
                    json.WriteString("type", "integer");
                    if (integer.Minimum > int.MinValue)
                        json.WriteNumber("minimum", integer.Minimum);
                    if (integer.Maximum < int.MaxValue)
                        json.WriteNumber("maximum", integer.Maximum);
                });
                break;
            case DateKind:
                WriteOne(json, () => WritePattern(json, DateKind.Pattern));
                break;
            case IEnumKind words:
                WriteOne(json, () =>
                {
                    json.WriteStartArray("enum");
                    foreach (var word in words.Names.Concat(words.Tolerated))
                        json.WriteStringValue(word);
                    json.WriteEndArray();
                });
                break;
            case ObjectKind single:
                WriteOne(json, () => json.WriteString("$ref", "#/$defs/" + single.Shape.Name));
                break;
            case ObjectListKind list:
                WriteOne(json, () =>
                {
                    json.WriteString("type", "array");
                    json.WriteStartObject("items");
                    json.WriteStartArray("anyOf");
                    WriteOne(json, () => json.WriteString("$ref", "#/$defs/" + list.Shape.Name));
                    WriteOne(json, () => json.WriteString("type", "null"));
                    json.WriteEndArray();
                    json.WriteEndObject();
                });
                break;
            case IMapKind map:
                WriteOne(json, () => WriteMap(json, shape, map));
                break;
            case ITextKind { IsList: true } text:
                WriteList(json, shape, text.Format);
                break;
            case ITextKind text:
                // A blank name that is not required is as good as none.
                WriteOne(json, () => WriteText(json, shape, text.Format, mustSay: required && ReferenceEquals(text.Format, Formats.Name)));
                break;
        }
    }

    private static void WriteMap(Utf8JsonWriter json, Shape shape, IMapKind map)
    {
        // Which rules there are, only the program knows; it writes the definition.
        if (ReferenceEquals(map.Keys, Formats.Rule))
        {
            json.WriteString("$ref", "#/$defs/" + RuleLevels);
            return;
        }

        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("patternProperties");
        json.WriteStartObject(map.Keys.Pattern!);
        json.WriteStartArray("anyOf");
        WriteList(json, shape, ((ITextKind)map.Values).Format);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A list may be one text alone.
    private static void WriteList(Utf8JsonWriter json, Shape shape, TextFormat format)
    {
        WriteOne(json, () =>
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            json.WriteStartArray("anyOf");
            WriteOne(json, () => WriteText(json, shape, format, mustSay: false));
            WriteOne(json, () => json.WriteString(shape.IsConnector ? "$ref" : "type", shape.IsConnector ? "#/$defs/notSet" : "null"));
            json.WriteEndArray();
            json.WriteEndObject();
        });
        WriteOne(json, () => WriteText(json, shape, format, mustSay: false));
    }

    private static void WriteText(Utf8JsonWriter json, Shape shape, TextFormat format, bool mustSay)
    {
        // On a connector it is for rules to say what a text may be; the schema describes only what the reader refuses.
        if (!shape.IsConnector && format.Pattern is { } pattern && !ReferenceEquals(format, Formats.Name))
        {
            if (shape.IsConfiguration)
            {
                // A path may look like a number.
                WriteScalarTypes(json);
                json.WriteString("pattern", pattern);
            }
            else
            {
                WritePattern(json, pattern);
            }

            return;
        }

        if (ReferenceEquals(format, Formats.Rule))
        {
            json.WriteString("$ref", "#/$defs/" + Rule);
            return;
        }

        WriteScalarTypes(json);
        if (mustSay)
            json.WriteString("pattern", Formats.Name.Pattern!);
    }

    private static void WritePattern(Utf8JsonWriter json, string pattern)
    {
        json.WriteString("type", "string");
        json.WriteString("pattern", pattern);
    }

    public static void WriteOne(Utf8JsonWriter json, Action content)
    {
        json.WriteStartObject();
        content();
        json.WriteEndObject();
    }
}
