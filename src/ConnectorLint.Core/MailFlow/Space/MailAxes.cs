using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>How all messages are parted: exactly where the connectors, the accepted domains and the transport rules of some tenants mention something, plus anything else.</summary>
public sealed class MailAxes
{
    private MailAxes(Mentions mentions)
    {
        Senders = new DomainAxis(mentions.Senders);
        Recipients = new DomainAxis(mentions.Recipients);
        Addresses = new AddressAxis(mentions.Addresses);
        Certificates = new CertificateAxis(mentions.Certificates);
        All = new Region(
            AtomSet.Range(0, Senders.Count - 1), Recipients.Domains, AtomSet.Range(0, Addresses.Count - 1), AtomSet.Range(0, Certificates.Count - 1),
            AtomSet.Range(0, 1), AtomSet.Range(0, (int)RecipientKind.External), AtomSet.Range(0, (int)Origin.Internet));
    }

    /// <summary>The domains of senders.</summary>
    public DomainAxis Senders { get; }

    /// <summary>The domains of recipients.</summary>
    public DomainAxis Recipients { get; }

    /// <summary>The addresses of sources.</summary>
    public AddressAxis Addresses { get; }

    /// <summary>The names on certificates.</summary>
    public CertificateAxis Certificates { get; }

    /// <summary>Every message.</summary>
    public Region All { get; }

    /// <summary>The axes of some tenants together, so that their spaces can be compared.</summary>
    public static MailAxes Of(params TenantModel[] tenants) => Of(tenants, []);

    /// <summary>The same, parted also by the properties of some messages.</summary>
    internal static MailAxes Of(IEnumerable<TenantModel> tenants, IEnumerable<Mentions> more)
    {
        var mentions = new Mentions();
        foreach (var tenant in tenants)
            mentions.Add(tenant);
        foreach (var other in more)
            mentions.Add(other);
        return new MailAxes(mentions);
    }

    /// <summary>The atoms of a message. Its certificate is taken to have the one name that is given first.</summary>
    /// <param name="message">The message.</param>
    /// <param name="origin">Where it comes from, of what is sent on.</param>
    public Place Locate(TraceMessage message, Origin origin) => new(
        Senders.Locate(message.From), Recipients.Locate(message.To), Addresses.Locate(message.IP), Certificates.Locate(message.Certificates.Count == 0 ? null : message.Certificates[0]),
        message.UsesTls == false ? 0 : 1, (int)message.Recipient, (int)origin);

    /// <summary>One message of a region.</summary>
    public TraceMessage Witness(Region region, Direction direction)
    {
        // Who presents a certificate uses TLS; without one is the plainer example.
        var certificate = Certificates.Witness(region.Certificates.First);
        var kinds = region.Kinds;
        return new TraceMessage
        {
            Direction = direction,
            From = Senders.Witness(Plainest(region.Senders)),
            To = Recipients.Witness(Plainest(region.Recipients)),
            IP = Addresses.Witness(region.Addresses),
            Certificates = certificate is { } name ? [name] : [],
            Tls = certificate is not null || !region.Tls.Contains(0),
            Recipient = (RecipientKind)kinds.First,
        };
    }

    // Anybody, before a domain that is named, before what lies below one, before the empty sender.
    private static int Plainest(AtomSet atoms)
    {
        if (atoms.Contains(DomainAxis.Other))
            return DomainAxis.Other;
        foreach (var atom in atoms.Atoms())
        {
            if (atom != DomainAxis.Empty && atom % 2 == 0)
                return atom;
        }

        return atoms.First != DomainAxis.Empty ? atoms.First : atoms.Atoms().FirstOrDefault(atom => atom != DomainAxis.Empty);
    }
}
