using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The kinds that the properties use, made once.</summary>
internal static class Kinds
{
    public static readonly BooleanKind Boolean = new();
    public static readonly IntegerKind Integer = new();
    public static readonly DateKind Date = new();
    public static readonly AnyKind Any = new();

    public static readonly TextKind<string> Text = new(Formats.Text);
    public static readonly TextKind<string> Name = new(Formats.Name);
    public static readonly TextListKind<string> Texts = new(Formats.Text);
    public static readonly TextKind<string> Domain = new(Formats.Domain);
    public static readonly TextListKind<string> Domains = new(Formats.Domain);
    public static readonly TextKind<DomainPattern> CertificateName = new(Formats.DomainOrWildcard);
    public static readonly TextListKind<DomainPattern> CertificateNames = new(Formats.DomainOrWildcard);
    public static readonly TextListKind<DomainPattern> AddressSpaces = new(Formats.AddressSpace);
    public static readonly TextListKind<DomainPattern> AcceptedDomainNames = new(Formats.AcceptedDomainName);
    public static readonly TextKind<AddressRange> Address = new(Formats.Addresses);
    public static readonly TextListKind<AddressRange> Addresses = new(Formats.Addresses);
    public static readonly TextListKind<AddressRange> ConnectorAddresses = new(Formats.ConnectorAddresses);
    public static readonly TextListKind<MailHost> Hosts = new(Formats.Host);
    public static readonly TextListKind<MailHost> SmartHosts = new(Formats.SmartHost);
    public static readonly TextListKind<string> EmailAddresses = new(Formats.EmailAddress);
    public static readonly TextKind<MxTarget> Mx = new(Formats.Mx);
    public static readonly TextKind<string> Party = new(Formats.Party);
    public static readonly TextKind<string> Path = new(Formats.Path);
    public static readonly TextListKind<string> Paths = new(Formats.Path);
    public static readonly TextListKind<string> Globs = new(Formats.Glob);
    public static readonly TextKind<string> Rule = new(Formats.Rule);
    public static readonly EnumKind<Diagnostics.RuleLevel> RuleLevel = new(
        ("off", Diagnostics.RuleLevel.Off), ("info", Diagnostics.RuleLevel.Info), ("warning", Diagnostics.RuleLevel.Warning), ("error", Diagnostics.RuleLevel.Error));
    public static readonly EnumKind<Diagnostics.Severity> Severity = new(
        ("info", Diagnostics.Severity.Info), ("warning", Diagnostics.Severity.Warning), ("error", Diagnostics.Severity.Error));
    public static readonly MapKind<Diagnostics.RuleLevel> RuleLevels = new(Formats.Rule, RuleLevel);
    public static readonly MapKind<ItemList<string>> TenantFiles = new(Formats.Tenant, Globs);

    public static readonly EnumKind<ConnectorType> ConnectorType = new(("OnPremises", Model.ConnectorType.OnPremises), ("Partner", Model.ConnectorType.Partner));

    public static readonly EnumKind<ConnectorSource> ConnectorSource = new EnumKind<ConnectorSource>(
        ("Default", Model.ConnectorSource.Default), ("HybridWizard", Model.ConnectorSource.HybridWizard), ("Migrated", Model.ConnectorSource.Migrated))
        .Tolerating("AdminUI", Model.ConnectorSource.AdminUI);

    public static readonly EnumKind<TlsSettings> TlsSettings = new(
        ("EncryptionOnly", Model.TlsSettings.EncryptionOnly), ("CertificateValidation", Model.TlsSettings.CertificateValidation), ("DomainValidation", Model.TlsSettings.DomainValidation));

    public static readonly EnumKind<SmtpDaneMode> SmtpDaneMode = new(
        ("Opportunistic", Model.SmtpDaneMode.Opportunistic), ("Mandatory", Model.SmtpDaneMode.Mandatory), ("None", Model.SmtpDaneMode.None));

    public static readonly EnumKind<MtaStsMode> MtaStsMode = new(("Opportunistic", Model.MtaStsMode.Opportunistic), ("None", Model.MtaStsMode.None));

    public static readonly EnumKind<Subscription> Subscription = new(("exchangeOnline", Model.Subscription.ExchangeOnline), ("eopStandalone", Model.Subscription.EopStandalone));

    public static readonly EnumKind<Place> Place = new(("cloud", Model.Place.Cloud), ("onPremises", Model.Place.OnPremises), ("both", Model.Place.Both));

    public static readonly EnumKind<Hybrid> Hybrid = new(("none", Model.Hybrid.None), ("minimal", Model.Hybrid.Minimal), ("completed", Model.Hybrid.Completed));

    public static readonly EnumKind<ServerKind> Server = new(
        ("none", ServerKind.None), ("exchange2010OrLater", ServerKind.Exchange2010OrLater), ("exchange2007OrEarlier", ServerKind.Exchange2007OrEarlier), ("nonMicrosoft", ServerKind.NonMicrosoft));

    public static readonly EnumKind<ServerVersion> ServerVersion = new(
        ("exchange2010", Model.ServerVersion.Exchange2010), ("exchange2013", Model.ServerVersion.Exchange2013), ("exchange2016", Model.ServerVersion.Exchange2016),
        ("exchange2019", Model.ServerVersion.Exchange2019), ("subscriptionEdition", Model.ServerVersion.SubscriptionEdition));

    public static readonly EnumKind<DomainType> DomainType = new(("Authoritative", Model.DomainType.Authoritative), ("InternalRelay", Model.DomainType.InternalRelay));

    public static readonly EnumKind<SendMethod> SendMethod = new(
        ("clientSubmission", Model.SendMethod.ClientSubmission), ("directSend", Model.SendMethod.DirectSend), ("smtpRelay", Model.SendMethod.SmtpRelay),
        ("ownServer", Model.SendMethod.OwnServer), ("highVolumeEmail", Model.SendMethod.HighVolumeEmail), ("other", Model.SendMethod.Other));

    public static readonly EnumKind<Recipients> Recipients = new(("internal", Model.Recipients.Internal), ("external", Model.Recipients.External), ("both", Model.Recipients.Both));

    public static readonly EnumKind<AddressKind> AddressKind = new(("static", Model.AddressKind.Static), ("dynamic", Model.AddressKind.Dynamic), ("shared", Model.AddressKind.Shared));

    public static readonly EnumKind<ServiceRole> ServiceRole = new(
        ("inboundFilter", Model.ServiceRole.InboundFilter), ("inboundNonFiltering", Model.ServiceRole.InboundNonFiltering),
        ("outboundGateway", Model.ServiceRole.OutboundGateway), ("addOn", Model.ServiceRole.AddOn));

    public static readonly EnumKind<Direction> Direction = new(("inbound", Model.Direction.Inbound), ("outbound", Model.Direction.Outbound));

    public static readonly EnumKind<ExpectedResult> ExpectedResult = new(
        ("accepted", Model.ExpectedResult.Accepted), ("rejected", Model.ExpectedResult.Rejected), ("delivered", Model.ExpectedResult.Delivered));
}
