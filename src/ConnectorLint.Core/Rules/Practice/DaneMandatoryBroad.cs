using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Practice;

internal sealed class DaneMandatoryBroad : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL4008", "dane-mandatory-broad", Severity.Warning)
    {
        Summary = "DANE is mandatory for recipients that nobody has checked for it.",
        Why = "Mail to every domain without DANE waits and is dropped after 24 hours.",
        Help = "Use a connector for the domains that are known to support DANE.",
        Source = "NEW-OUT",
        Bad = """
            outboundConnectors:
              - {name: Strict, connectorType: Partner, recipientDomains: ["*"], smtpDaneMode: Mandatory}
            """,
        Good = """
            outboundConnectors:
              - {name: Strict, connectorType: Partner, recipientDomains: [contosobank.com], smtpDaneMode: Mandatory}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.SmtpDaneMode.Is(SmtpDaneMode.Mandatory))
            return;
        var scope = connector.HasRecipientDomain(domain => domain.IsAny) ? "all recipients (\"*\")" : connector.AllAcceptedDomains.Is(true) ? "all accepted domains" : null;
        if (scope is null)
            return;
        context.Report(
            connector, connector.SmtpDaneMode.PairSpan,
            $"'{connector.Name}': smtpDaneMode Mandatory for {scope}: mail to every domain without DANE is dropped after 24 hours",
            OutboundProperties.SmtpDaneMode);
    }
}
