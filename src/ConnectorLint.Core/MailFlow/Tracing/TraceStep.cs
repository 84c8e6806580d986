using ConnectorLint.Syntax;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>One step of a trace: what happened, and how sure that is.</summary>
/// <param name="Step">Which step of the model: I1 to I6, O1 to O9.</param>
/// <param name="What">What happened, one sentence without a full stop.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Source">The key of the document that says so; empty where none does.</param>
/// <param name="Span">The property that decided; none where it is something that is not there.</param>
/// <param name="Decides">Whether the result rests on it; false for what is only told.</param>
public sealed record TraceStep(string Step, string What, Confidence Confidence, string Source, SourceSpan Span, bool Decides);
