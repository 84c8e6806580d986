using ConnectorLint.Model;

namespace ConnectorLint.Picture;

/// <summary>Mail that takes no connector, which is most of it: by MX from and to the internet, and devices that need none.</summary>
internal static class PlainMail
{
    public static IEnumerable<PictureEdge> Of(TenantModel tenant, PictureNodes nodes)
    {
        var atExchangeOnline = tenant.Topology?.AcceptedDomains.Where(domain => domain.HasMx(MxKind.ExchangeOnline)).Select(domain => domain.Name).ToArray() ?? [];
        if (atExchangeOnline.Length > 0)
            yield return new PictureEdge(nodes.Internet, Direction.Inbound, PictureEdgeKind.Mail, $"MX of {string.Join(", ", atExchangeOnline.Take(2))}{(atExchangeOnline.Length > 2 ? $" +{atExchangeOnline.Length - 2}" : "")}", "without a connector");
        if (!tenant.OutboundConnectors.Any(connector => connector.IsGeneral && (connector.HasRecipientDomain(pattern => pattern.IsAny) || connector.RouteAllMessagesViaOnPremises.Is(true))))
            yield return new PictureEdge(nodes.Internet, Direction.Outbound, PictureEdgeKind.Mail, "All other mail, by MX", "without a connector · TLS if offered");
        foreach (var device in tenant.Topology?.Devices ?? Enumerable.Empty<Device>())
        {
            if (device.Method is { IsKnown: true, Value: SendMethod.ClientSubmission or SendMethod.DirectSend or SendMethod.HighVolumeEmail })
                yield return new PictureEdge(nodes.Of(device)!, Direction.Inbound, PictureEdgeKind.Mail, device.Method.Value == SendMethod.DirectSend ? "Direct send" : device.Method.Value == SendMethod.ClientSubmission ? "Client submission" : "High Volume Email", "without a connector");
        }
    }
}
