using ConnectorLint.Cli.Output;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnosis;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>The text of a bounce, to what can cause it, as people read it.</summary>
internal static class BounceTarget
{
    public static void Run(string text)
    {
        var bounce = BounceReader.Read(text);
        var tenant = SampleTenant.Judged;
        var diagnoses = bounce.Known.Select(code => Diagnoser.Diagnose(tenant.Tenant, SampleTenant.Flow, tenant.Findings, code, bounce.Hints)).ToArray();
        using var output = new StringWriter { NewLine = "\n" };
        DiagnosisTextWriter.Write(bounce, new BounceHints(), bounce.Hints, diagnoses, new Styles(false), output);
        Sound.Shown(output.ToString());
    }
}
