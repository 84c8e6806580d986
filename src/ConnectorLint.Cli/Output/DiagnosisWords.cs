using ConnectorLint.Diagnosis;

namespace ConnectorLint.Cli.Output;

/// <summary>The words of a diagnosis.</summary>
internal static class DiagnosisWords
{
    public static string Of(Likelihood likelihood) => likelihood == Likelihood.Likely ? "likely" : "possible";
}
