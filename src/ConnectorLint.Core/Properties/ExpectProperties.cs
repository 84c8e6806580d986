using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The properties of an <c>expect</c> entry: a test of the mail flow for a class of messages. What is absent means any within reason: see <see cref="MailFlow.Space.ExpectationCheck"/>.</summary>
public static class ExpectProperties
{
    /// <summary>The sender.</summary>
    public static readonly Property<Item<string>> From = new("from", Kinds.Party, "The sender: a domain, an address, or *. Absent: any.");

    /// <summary>The recipient.</summary>
    public static readonly Property<Item<string>> To = new("to", Kinds.Party, "The recipient: a domain, an address, or *. Absent: your own domains for mail that comes in, all others for mail that leaves.");

    /// <summary>The address the message comes from.</summary>
    public static readonly Property<Item<AddressRange>> IP = new("ip", Kinds.Address, "The address the message comes from. Absent: none that your OnPremises connectors know; beside certificate, none that any connector knows.");

    /// <summary>The name on the sender's certificate.</summary>
    public static readonly Property<Item<DomainPattern>> Certificate = new("certificate", Kinds.CertificateName, "The name on the certificate that the sender presents. Absent: none that your OnPremises connectors know; beside ip, none that any connector knows.");

    /// <summary>Whether the sender uses TLS.</summary>
    public static readonly Property<bool> Tls = new("tls", Kinds.Boolean, "Whether the sender uses TLS. Absent: either; beside certificate, yes; for mail that leaves, the other side offers it.");

    /// <summary>In or out.</summary>
    public static readonly Property<Direction> Direction = new("direction", Kinds.Direction, "Whether the message comes in or goes out. Absent: as via, ip, certificate, from and to make clear.");

    /// <summary>What must happen.</summary>
    public static readonly Property<ExpectedResult> Result = new("result", Kinds.ExpectedResult, "What must happen to the message.");

    /// <summary>By which connector.</summary>
    public static readonly Property<Item<string>> Via = new("via", Kinds.Name, "The connector it must take, or none.");

    /// <summary>With which code.</summary>
    public static readonly Property<Item<string>> Code = new("code", Kinds.Text, "The code it must be refused with, as 5.7.64.");

    /// <summary>The entry as a whole.</summary>
    public static readonly Shape Shape = new("expect", "an expectation", [From, To, IP, Certificate, Tls, Direction, Result, Via, Code]);
}

/// <summary>The root of a manifest. Source: the design's manifest section.</summary>
public static class ManifestProperties
{
    /// <summary>The version of the format.</summary>
    public static readonly Property<int> Version = new("connectorlint", new IntegerKind { Minimum = 1, Maximum = 1 }, "The version of the manifest format: 1. It makes the file ours.") { IsRequired = true };

    /// <summary>The tenant.</summary>
    public static readonly Property<Item<string>> Tenant = new("tenant", Kinds.Name, "The tenant's name; files with the same name are one tenant. Absent: all such files of a folder are one tenant, named after the folder.");

    /// <summary>The topology.</summary>
    public static readonly Property<PropertyStore> Topology = new("topology", new ObjectKind(TopologyProperties.Shape), "What the tenant's mail flow looks like. Not declared never means false.");

    /// <summary>Tests of the mail flow.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> Expect = new("expect", new ObjectListKind(ExpectProperties.Shape), "What must happen to messages; each entry is checked for all messages that it describes (CL3016), and what it leaves out is narrower than any: see docs/reference/expect.md.");

    /// <summary>The inbound connectors.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> InboundConnectors = new("inboundConnectors", new ObjectListKind(InboundProperties.Shape), "The inbound connectors, by the parameter names of New-InboundConnector.");

    /// <summary>The outbound connectors.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> OutboundConnectors = new("outboundConnectors", new ObjectListKind(OutboundProperties.Shape), "The outbound connectors, by the parameter names of New-OutboundConnector.");

    /// <summary>The manifest as a whole.</summary>
    public static readonly Shape Shape = new("tenant", "a tenant's manifest", [Version, Tenant, Topology, Expect, InboundConnectors, OutboundConnectors], ["$schema"]) { AllowsOwnKeys = true };
}
