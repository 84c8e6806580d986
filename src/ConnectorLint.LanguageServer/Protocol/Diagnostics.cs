namespace ConnectorLint.LanguageServer.Protocol;

/// <summary>A finding as editors show it.</summary>
internal sealed record Diagnostic
{
    public required Range Range { get; init; }

    /// <summary>1 error, 2 warning, 3 information, 4 hint.</summary>
    public int? Severity { get; init; }

    public string? Code { get; init; }

    /// <summary>Where to read on about the code; editors make it a link.</summary>
    public CodeDescription? CodeDescription { get; init; }

    public string? Source { get; init; }

    public required string Message { get; init; }

    /// <summary>1 unnecessary, 2 deprecated.</summary>
    public int[]? Tags { get; init; }

    public RelatedInformation[]? RelatedInformation { get; init; }

    public DiagnosticData? Data { get; init; }
}

/// <summary>A page about a code.</summary>
internal sealed record CodeDescription(string Href);

/// <summary>What tells a finding from others with the same words.</summary>
internal sealed record DiagnosticData(string? Fingerprint = null);

/// <summary>Another place that matters.</summary>
internal sealed record RelatedInformation(Location Location, string Message);

/// <summary>The findings of a document.</summary>
internal sealed record PublishDiagnosticsParams(string Uri, int? Version, Diagnostic[] Diagnostics);

/// <summary>Asks for the findings of a document.</summary>
internal sealed record DocumentDiagnosticParams(TextDocumentIdentifier TextDocument, string? PreviousResultId = null);

/// <summary>Asks for all findings.</summary>
internal sealed record WorkspaceDiagnosticParams(PreviousResult[]? PreviousResultIds = null);

/// <summary>What the client has already.</summary>
internal sealed record PreviousResult(string Uri, string Value);

/// <summary>The findings of a document; without items they are as they were.</summary>
internal sealed record DiagnosticReport(string Kind, string ResultId, Diagnostic[]? Items)
{
    public string? Uri { get; init; }

    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public DocumentVersion? Version { get; init; }
}

/// <summary>A version that is written as <c>null</c> when the document is not open: the protocol wants the key there.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(DocumentVersionConverter))]
internal sealed record DocumentVersion(int? Value);

/// <summary>All findings.</summary>
internal sealed record WorkspaceDiagnosticReport(DiagnosticReport[] Items);
