using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The properties of a transport rule: the parameters of New-TransportRule. Source: NEW-RULE, RULE-ACT.</summary>
public static class TransportRuleProperties
{
    /// <summary>Its name.</summary>
    public static readonly Property<Item<string>> Name = new("name", Kinds.Name, "The rule's name.") { IsRequired = true, Source = "NEW-RULE" };

    /// <summary>Whether it is on.</summary>
    public static readonly Property<bool> Enabled = new("enabled", Kinds.Boolean, "Whether the rule is on.") { Default = "true", Source = "NEW-RULE" };

    /// <summary>When it runs among the others.</summary>
    public static readonly Property<int> Priority = new("priority", Kinds.Integer, "When the rule runs among the others, from 0.") { Source = "NEW-RULE" };

    /// <summary>The connector it routes to.</summary>
    public static readonly Property<Item<string>> RouteMessageOutboundConnector = new("routeMessageOutboundConnector", Kinds.Text, "The outbound connector that the rule routes a message to, by name or GUID.") { Source = "NEW-RULE" };

    /// <summary>Whether it forces TLS.</summary>
    public static readonly Property<bool> RouteMessageOutboundRequireTls = new("routeMessageOutboundRequireTls", Kinds.Boolean, "Whether a message leaves only by TLS, without any connector.") { Source = "RULE-ACT" };

    /// <summary>The spam level it sets.</summary>
    public static readonly Property<int> SetScl = new("setScl", new IntegerKind { Minimum = -1, Maximum = 9 }, "The spam confidence level that the rule sets; -1 lets the message by the spam filter.") { Source = "NEW-RULE, 3P" };

    /// <summary>Whether later rules are left out.</summary>
    public static readonly Property<bool> StopRuleProcessing = new("stopRuleProcessing", Kinds.Boolean, "Whether later rules are left out for a message that this one took.") { Source = "NEW-RULE" };

    /// <summary>Condition: recipient domains.</summary>
    public static readonly Property<ItemList<string>> RecipientDomainIs = new("recipientDomainIs", Kinds.Domains, "Condition: the recipient's domain is one of these or below one.") { Source = "NEW-RULE" };

    /// <summary>Condition: where the sender is.</summary>
    public static readonly Property<Item<string>> FromScope = new("fromScope", Kinds.Text, "Condition: where the sender is (InOrganization, NotInOrganization).") { Source = "NEW-RULE" };

    /// <summary>Condition: where the recipient is.</summary>
    public static readonly Property<Item<string>> SentToScope = new("sentToScope", Kinds.Text, "Condition: where the recipient is (InOrganization, NotInOrganization).") { Source = "NEW-RULE" };

    /// <summary>Condition: the sender's address.</summary>
    public static readonly Property<ItemList<AddressRange>> SenderIPRanges = new("senderIpRanges", Kinds.Addresses, "Condition: the address that the message comes from.") { Source = "NEW-RULE" };

    /// <summary>Exception: the recipient's domain.</summary>
    public static readonly Property<ItemList<string>> ExceptIfRecipientDomainIs = new("exceptIfRecipientDomainIs", Kinds.Domains, "Exception: the recipient's domain is one of these or below one.") { Source = "NEW-RULE" };

    private static readonly Property[] OtherConditions = Names(ConditionNames(), "Condition of New-TransportRule.");
    private static readonly Property[] Exceptions = Names(ExceptionNames(), "Exception of New-TransportRule.");
    private static readonly Property[] OtherActions = Names(ActionNames(), "Parameter of New-TransportRule.");

    /// <summary>The transport rule as a whole.</summary>
    public static readonly Shape Shape = new(
        "transportRule", "a transport rule",
        [
            Name, Enabled, Priority, RouteMessageOutboundConnector, RouteMessageOutboundRequireTls, SetScl, StopRuleProcessing,
            RecipientDomainIs, FromScope, SentToScope, SenderIPRanges, ExceptIfRecipientDomainIs,
            .. OtherConditions, .. Exceptions, .. OtherActions,
        ],
        ReadOnlyProperties.Names);

    private static readonly HashSet<Property> ConditionSet = [.. OtherConditions];
    private static readonly HashSet<Property> ExceptionSet = [.. Exceptions, ExceptIfRecipientDomainIs];

    /// <summary>Whether a property is a condition other than the four that the rules understand.</summary>
    public static bool IsOtherCondition(Property property) => ConditionSet.Contains(property);

    /// <summary>Whether a property is an exception.</summary>
    public static bool IsException(Property property) => ExceptionSet.Contains(property);

    private static Property[] Names(string[] names, string description) =>
        names.Select(name => (Property)new Property<string>(name, Kinds.Any, description) { Source = "NEW-RULE" }).ToArray();

    private static string[] ConditionNames() =>
    [
        "anyOfCcHeader", "anyOfCcHeaderMemberOf", "anyOfRecipientAddressContainsWords", "anyOfRecipientAddressMatchesPatterns", "anyOfToCcHeader",
        "anyOfToCcHeaderMemberOf", "anyOfToHeader", "anyOfToHeaderMemberOf", "attachmentContainsWords", "attachmentExtensionMatchesWords",
        "attachmentHasExecutableContent", "attachmentIsPasswordProtected", "attachmentIsUnsupported", "attachmentMatchesPatterns",
        "attachmentNameMatchesPatterns", "attachmentProcessingLimitExceeded", "attachmentPropertyContainsWords", "attachmentSizeOver",
        "betweenMemberOf1", "betweenMemberOf2", "contentCharacterSetContainsWords", "from", "fromAddressContainsWords", "fromAddressMatchesPatterns",
        "fromMemberOf", "hasClassification", "hasNoClassification", "hasSenderOverride", "headerContainsMessageHeader", "headerContainsWords",
        "headerMatchesMessageHeader", "headerMatchesPatterns", "managerAddresses", "managerForEvaluatedUser",
        "messageContainsAllDataClassifications", "messageContainsDataClassifications", "messageSizeOver", "messageTypeMatches",
        "recipientADAttributeContainsWords", "recipientADAttributeMatchesPatterns", "recipientAddressContainsWords",
        "recipientAddressMatchesPatterns", "recipientAddressType", "recipientInSenderList", "sclOver", "senderADAttributeContainsWords",
        "senderADAttributeMatchesPatterns", "senderAddressLocation", "senderDomainIs", "senderInRecipientList", "senderManagementRelationship",
        "sentTo", "sentToMemberOf", "subjectContainsWords", "subjectMatchesPatterns", "subjectOrBodyContainsWords", "subjectOrBodyMatchesPatterns",
        "withImportance", "adComparisonAttribute", "adComparisonOperator",
    ];

    private static string[] ExceptionNames() =>
    [
        "exceptIfAnyOfCcHeader", "exceptIfAnyOfCcHeaderMemberOf", "exceptIfAnyOfRecipientAddressContainsWords",
        "exceptIfAnyOfRecipientAddressMatchesPatterns", "exceptIfAnyOfToCcHeader", "exceptIfAnyOfToCcHeaderMemberOf", "exceptIfAnyOfToHeader",
        "exceptIfAnyOfToHeaderMemberOf", "exceptIfAttachmentContainsWords", "exceptIfAttachmentExtensionMatchesWords",
        "exceptIfAttachmentHasExecutableContent", "exceptIfAttachmentIsPasswordProtected", "exceptIfAttachmentIsUnsupported",
        "exceptIfAttachmentMatchesPatterns", "exceptIfAttachmentNameMatchesPatterns", "exceptIfAttachmentProcessingLimitExceeded",
        "exceptIfAttachmentPropertyContainsWords", "exceptIfAttachmentSizeOver", "exceptIfBetweenMemberOf1", "exceptIfBetweenMemberOf2",
        "exceptIfContentCharacterSetContainsWords", "exceptIfFrom", "exceptIfFromAddressContainsWords", "exceptIfFromAddressMatchesPatterns",
        "exceptIfFromMemberOf", "exceptIfFromScope", "exceptIfHasClassification", "exceptIfHasNoClassification", "exceptIfHasSenderOverride",
        "exceptIfHeaderContainsMessageHeader", "exceptIfHeaderContainsWords", "exceptIfHeaderMatchesMessageHeader", "exceptIfHeaderMatchesPatterns",
        "exceptIfManagerAddresses", "exceptIfManagerForEvaluatedUser", "exceptIfMessageContainsAllDataClassifications",
        "exceptIfMessageContainsDataClassifications", "exceptIfMessageSizeOver", "exceptIfMessageTypeMatches",
        "exceptIfRecipientADAttributeContainsWords", "exceptIfRecipientADAttributeMatchesPatterns", "exceptIfRecipientAddressContainsWords",
        "exceptIfRecipientAddressMatchesPatterns", "exceptIfRecipientInSenderList", "exceptIfSclOver", "exceptIfSenderADAttributeContainsWords",
        "exceptIfSenderADAttributeMatchesPatterns", "exceptIfSenderDomainIs", "exceptIfSenderInRecipientList", "exceptIfSenderIpRanges",
        "exceptIfSenderManagementRelationship", "exceptIfSentTo", "exceptIfSentToMemberOf", "exceptIfSentToScope", "exceptIfSubjectContainsWords",
        "exceptIfSubjectMatchesPatterns", "exceptIfSubjectOrBodyContainsWords", "exceptIfSubjectOrBodyMatchesPatterns", "exceptIfWithImportance",
        "exceptIfADComparisonAttribute", "exceptIfADComparisonOperator",
    ];

    private static string[] ActionNames() =>
    [
        "activationDate", "addManagerAsRecipientType", "addToRecipients", "applyClassification", "applyHtmlDisclaimerFallbackAction",
        "applyHtmlDisclaimerLocation", "applyHtmlDisclaimerText", "applyOME", "applyRightsProtectionCustomizationTemplate",
        "applyRightsProtectionTemplate", "blindCopyTo", "copyTo", "comments", "deleteMessage", "disconnect", "dlpPolicy", "expiryDate",
        "generateIncidentReport", "generateNotification", "incidentReportContent", "incidentReportOriginalMail", "logEventText", "mode",
        "moderateMessageByManager", "moderateMessageByUser", "modifySubject", "notifySender", "prependSubject", "quarantine", "redirectMessageTo",
        "rejectMessageEnhancedStatusCode", "rejectMessageReasonText", "removeHeader", "removeOME", "removeOMEv2", "removeRMSAttachmentEncryption",
        "ruleErrorAction", "ruleSubType", "senderNotificationType", "setAuditSeverity", "setHeaderName", "setHeaderValue",
        "smtpRejectMessageRejectStatusCode", "smtpRejectMessageRejectText", "useLegacyRegex", "state", "identity",
    ];
}
