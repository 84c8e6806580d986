using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>How a deployment format writes the properties that every format has: what it calls them, what it adds, and which values it leaves open.</summary>
internal sealed class Dialect
{
    // How Microsoft365DSC signs in. Source: formats.md A0.
    private static readonly string[] SignIn =
    [
        "Credential", "GlobalAdminAccount", "ApplicationId", "ApplicationSecret", "TenantId", "CertificateThumbprint", "CertificatePath", "CertificatePassword",
        "ManagedIdentity", "AccessTokens", "PsDscRunAsCredential",
    ];

    // What tools add to each record besides. Source: formats.md A0.
    private static readonly HashSet<string> Engine = new(SignIn, StringComparer.OrdinalIgnoreCase)
    {
        "DependsOn", "Ensure", "ResourceName", "ResourceInstanceName",
        "GUID", "cippconnectortype", "RowKey", "PartitionKey", "ETag", "Timestamp", "SHA", "Source", "Package", "Confirm", "ObjectState",
    };

    /// <summary>Whether a text is an expression, whose value is known only when it is deployed; one that can't be either is reported by the function itself and is a fault.</summary>
    public required Func<ScalarNode, FindingSink, ScalarReading> Read { get; init; }

    /// <summary>Whether what is not given is not known: a baseline watches what it names, an export may be of some columns only.</summary>
    public bool AbsentIsUnknown { get; init; }

    /// <summary>Whether a program wrote the values: then a property that nobody knows is news of the service and no slip, and values may have lost their type on the way.</summary>
    public bool IsOutput { get; init; }

    /// <summary>Whether a key belongs to the tool that deploys or stores the record, and says nothing of the thing itself.</summary>
    public static bool IsOfTheTool(string key) => Engine.Contains(key);

    /// <summary>Whether a key says how the tool that deploys the record signs in.</summary>
    public static bool IsSignIn(string key) => SignIn.Contains(key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name under which a key is read; null when it says nothing.</summary>
    public string? NameOf(string key, MappingNode record, Shape shape)
    {
        key = key.Trim();
        if (key.Length == 0 || key[0] == '_' || key.StartsWith("//", StringComparison.Ordinal) || Engine.Contains(key) || shape.Ignores(key))
            return null;
        var isIdentity = key.Equals("identity", StringComparison.OrdinalIgnoreCase);
        var hasName = record.Find("name") is ScalarNode { IsNull: false };
        if (ReferenceEquals(shape, AcceptedDomainProperties.Shape))
        {
            if (key.Equals("domainType", StringComparison.OrdinalIgnoreCase))
                return "type";
            // The name of an accepted domain is a label; the domain is what counts.
            var domain = record.Find("domainName") is not null ? "domainName" : record.Find("identity") is not null ? "identity" : "name";
            if (isIdentity || key.Equals("name", StringComparison.OrdinalIgnoreCase) || key.Equals("domainName", StringComparison.OrdinalIgnoreCase))
                return key.Equals(domain, StringComparison.OrdinalIgnoreCase) ? "name" : null;
            return key;
        }

        if (isIdentity)
            return hasName ? null : "name";
        if (!ReferenceEquals(shape, TransportRuleProperties.Shape))
            return key;
        if (key.Equals("state", StringComparison.OrdinalIgnoreCase))
            return record.Find("enabled") is null ? "enabled" : null;
        // They say how a condition looks, and have a value in every rule.
        return key.Equals("senderAddressLocation", StringComparison.OrdinalIgnoreCase) || key.Equals("recipientAddressType", StringComparison.OrdinalIgnoreCase) ? null : key;
    }

    /// <summary>A value as the manifest would have it.</summary>
    /// <param name="node">The value; what it is read as, when known.</param>
    /// <param name="property">Whose value it is.</param>
    /// <param name="sink">Where faults go.</param>
    public SettingState Convert(ref SyntaxNode node, Property property, FindingSink sink)
    {
        // A condition that is off is none.
        if ((property is Property<string> || (property.IsReserved && IsOutput)) && node is ScalarNode { Boolean: false })
            return SettingState.Absent;
        switch (node)
        {
            case SequenceNode list:
                return ConvertList(ref node, list, property, sink);
            case MappingNode mapping when IsOutput:
                // An enumeration over PowerShell remoting: {"value": 1, "Value": "Partner"}.
                var text = mapping.Entries.Where(entry => entry.Key.Text.Equals("value", StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Value).OfType<ScalarNode>().FirstOrDefault(scalar => scalar.IsString);
                if (text is null)
                    return SettingState.Unknown;
                node = text;
                return SettingState.Known;
            case ScalarNode scalar:
                return ConvertScalar(ref node, scalar, property, sink);
            default:
                return SettingState.Known;
        }
    }

    private SettingState ConvertList(ref SyntaxNode node, SequenceNode list, Property property, FindingSink sink)
    {
        List<SyntaxNode>? changed = null;
        var state = SettingState.Known;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var (item, itemState) = ConvertItem(list.Items[i], sink);
            if (itemState != SettingState.Known && state != SettingState.Refused)
                state = itemState;
            if (ReferenceEquals(item, list.Items[i]))
                continue;
            changed ??= [.. list.Items];
            changed[i] = item;
        }

        if (changed is not null)
            node = new SequenceNode(list.File, list.Start, list.Length, changed.ToArray()) { IsTruncated = list.IsTruncated };
        // In a list of texts, those that are known are read beside the others.
        return state == SettingState.Unknown && IsTexts(property) ? SettingState.Known : state;
    }

    private (SyntaxNode Item, SettingState State) ConvertItem(SyntaxNode item, FindingSink sink)
    {
        if (item is not ScalarNode { IsNull: false } scalar)
            return item is MappingNode && IsOutput ? (Unknown(item), SettingState.Unknown) : (item, SettingState.Known);
        var reading = Read(scalar, sink);
        return reading.State == SettingState.Unknown || (reading.State == SettingState.Known && (Placeholders.IsPlaceholder(scalar.Text) || (IsOutput && LostValues.IsLost(scalar.Text))))
            ? (Unknown(item), SettingState.Unknown)
            : (reading.Node, reading.State);
    }

    private static UnknownNode Unknown(SyntaxNode item) => new(item.File, item.Start, item.Length, "", isConditional: false);

    private SettingState ConvertScalar(ref SyntaxNode node, ScalarNode scalar, Property property, FindingSink sink)
    {
        var reading = Read(scalar, sink);
        node = reading.Node;
        if (reading.State != SettingState.Known)
            return reading.State;
        scalar = reading.Node;
        if (property is Property<bool> && (scalar.Text.Equals("Enabled", StringComparison.OrdinalIgnoreCase) || scalar.Text.Equals("Disabled", StringComparison.OrdinalIgnoreCase)) && ReferenceEquals(property, TransportRuleProperties.Enabled))
            node = Plain(scalar, scalar.Text.Equals("Enabled", StringComparison.OrdinalIgnoreCase) ? "true" : "false");
        else if (property is Property<int> && scalar.IsString && int.TryParse(scalar.Text, out _))
            node = Plain(scalar, scalar.Text);
        else if (Placeholders.IsPlaceholder(scalar.Text) && !IsComment(property))
            return SettingState.Unknown;
        else if (IsOutput)
            return ConvertOutput(ref node, scalar, property);
        return SettingState.Known;
    }

    private static SettingState ConvertOutput(ref SyntaxNode node, ScalarNode scalar, Property property)
    {
        if (LostValues.IsLost(scalar.Text) && property is not Property<string> && !IsComment(property))
            return SettingState.Unknown;
        if (property is Property<bool> && bool.TryParse(scalar.Text, out var known))
            node = Plain(scalar, known ? "true" : "false");
        else if (property.Kind is IEnumKind && !scalar.IsString)
            return SettingState.Unknown;
        else if (IsTexts(property))
            return SplitList(ref node, scalar);
        return SettingState.Known;
    }

    // ConvertTo-Json joins the items of a list that lies too deep by blanks; a spreadsheet, by bars.
    private static SettingState SplitList(ref SyntaxNode node, ScalarNode scalar)
    {
        if (scalar.Text.IndexOf(' ') < 0 && scalar.Text.IndexOf('|') < 0)
            return SettingState.Known;
        var items = new List<SyntaxNode>();
        for (var start = 0; start < scalar.Text.Length;)
        {
            var end = scalar.Text.IndexOfAny([' ', '|'], start);
            end = end < 0 ? scalar.Text.Length : end;
            if (end > start)
            {
                var place = scalar.SpanOf(start, end - start);
                items.Add(new ScalarNode(scalar.File, place.Start, place.Length, scalar.Text.Substring(start, end - start), ScalarStyle.Plain, true));
            }

            start = end + 1;
        }

        node = new SequenceNode(scalar.File, scalar.Start, scalar.Length, items.ToArray());
        return SettingState.Known;
    }

    private static bool IsTexts(Property property) =>
        property is Property<ItemList<string>> or Property<ItemList<DomainPattern>> or Property<ItemList<AddressRange>> or Property<ItemList<MailHost>>;

    private static bool IsComment(Property property) => ReferenceEquals(property, InboundProperties.Comment) || ReferenceEquals(property, OutboundProperties.Comment);

    private static ScalarNode Plain(ScalarNode scalar, string text) => new(scalar.File, scalar.Start, scalar.Length, text, ScalarStyle.Plain, false);
}

/// <summary>What a format makes of a text.</summary>
/// <param name="Node">What is read: the text itself, or what it stands for.</param>
/// <param name="State">Known; unknown for an expression; refused for a fault that was reported.</param>
internal readonly record struct ScalarReading(ScalarNode Node, SettingState State = SettingState.Known);
