namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Where a message's recipient is.</summary>
public enum RecipientKind : byte
{
    /// <summary>Not said: taken from the topology.</summary>
    NotSaid,

    /// <summary>A mailbox in the cloud.</summary>
    Cloud,

    /// <summary>A mailbox on your own servers, or a mail user.</summary>
    OnPremises,

    /// <summary>The directory does not know the recipient.</summary>
    Unknown,

    /// <summary>Outside the organization.</summary>
    External,
}
