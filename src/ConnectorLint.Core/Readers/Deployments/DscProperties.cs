using ConnectorLint.Properties;

namespace ConnectorLint.Readers.Deployments;

/// <summary>What the resources of Microsoft365DSC know of the cmdlets' parameters.</summary>
internal static class DscProperties
{
    /// <summary>Parameters of the cmdlets that the resources lack. Source: formats.md A1.</summary>
    public static readonly HashSet<Property> Missing =
    [
        InboundProperties.TrustedOrganizations, InboundProperties.ClientHostNames, InboundProperties.EFSkipMailGateway, InboundProperties.EFTestMode, InboundProperties.ScanAndDropRecipients,
        OutboundProperties.MtaStsMode, OutboundProperties.SmtpDaneMode, OutboundProperties.IsValidated, OutboundProperties.LastValidationTimestamp, OutboundProperties.LinkForModifiedConnector,
    ];
}
