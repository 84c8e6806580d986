namespace ConnectorLint.Readers.Deployments;

/// <summary>A deployment format: how it is told, and how its records are found.</summary>
internal interface IFormat
{
    /// <summary>What it is called: "an Exchange Online export".</summary>
    string Name { get; }

    /// <summary>Whether the file is what is deployed, so that it is worth mending; false: it says what was found in a tenant.</summary>
    bool IsDeployed { get; }

    /// <summary>How a file of it that breaks off is made again, where a program made it; null where people write it.</summary>
    string? Remedy { get; }

    /// <summary>Whether a document certainly is of this format; by its root, never by a guess.</summary>
    bool Recognises(ForeignDocument document);

    /// <summary>What a document says; nothing when it says nothing of mail flow.</summary>
    IEnumerable<ManifestPart> Read(ForeignDocument document);

    /// <summary>The lists to which a record can be added; none where nobody writes the document by hand.</summary>
    IEnumerable<DeployedList> ListsToAddTo(ForeignDocument document);
}
