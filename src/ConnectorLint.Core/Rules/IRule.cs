using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules;

/// <summary>A rule: metadata, and by its other interface what it looks at. Stateless; one instance serves all threads.</summary>
public interface IRule
{
    /// <summary>All that is known of it.</summary>
    RuleInfo Info { get; }
}

/// <summary>Metadata of a finding that the readers or the program itself report: no condition of its own.</summary>
public interface IReaderRule : IRule;

/// <summary>A rule that looks at each inbound connector.</summary>
public interface IInboundRule : IRule
{
    /// <summary>Judges one connector, active or not, and reports to the context.</summary>
    void Check(InboundConnector connector, RuleContext context);
}

/// <summary>A rule that looks at each outbound connector.</summary>
public interface IOutboundRule : IRule
{
    /// <summary>Judges one connector, active or not, and reports to the context.</summary>
    void Check(OutboundConnector connector, RuleContext context);
}

/// <summary>A rule that looks at each thing the topology needs. Not called for a tenant without a topology.</summary>
public interface INeedRule : IRule
{
    /// <summary>Judges one need and reports to the context.</summary>
    void Check(Need need, RuleContext context);
}

/// <summary>A rule that looks at the tenant as a whole.</summary>
public interface ITenantRule : IRule
{
    /// <summary>Judges the tenant and reports to the context.</summary>
    void Check(RuleContext context);
}
