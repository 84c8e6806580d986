using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary>What is wrong with the files that a command was given.</summary>
internal static class Inputs
{
    /// <summary>Says what could not be read or understood.</summary>
    /// <returns>Whether there is nothing to go on with: a file or the configuration could not be read, or there is no tenant.</returns>
    public static bool Complain(CliEnvironment environment, LintReport report, string? tenant)
    {
        foreach (var finding in report.Findings.Where(finding => finding.Severity == Severity.Error && finding.Rule.Id.StartsWith("CL09", StringComparison.Ordinal)))
        {
            var (line, column) = finding.Span.File.PositionAt(finding.Span.Start);
            environment.Error.Write($"{DisplayWidth.Show($"{finding.Span.File.Path}:{line}:{column}: {finding.Severity.Word()} {finding.Rule.Id} {finding.Message.ReplaceLineEndings(" ")}")}\n");
        }

        var isMisconfigured = ConfigurationFaults.Write(report.ConfigurationFaults, usesColor: false, environment);
        foreach (var problem in report.Problems)
            CommandLineApp.Complain(environment, $"{problem.Path}: {problem.Message}");
        if (report.Problems.Count > 0 || isMisconfigured)
            return true;
        if (report.Tenants.Count > 0)
            return false;
        foreach (var file in report.NotOurs)
            CommandLineApp.Complain(environment, $"{file.Path}: {file.Message}");
        CommandLineApp.Complain(environment, NoTenant(report, tenant));
        return true;
    }

    private static string NoTenant(LintReport report, string? tenant)
    {
        if (tenant is null || report.FoundTenants.Count == 0)
            return "no tenant file was found; a file is a tenant's when its root has the key connectorlint";
        var nearest = Spelling.Nearest(tenant, report.FoundTenants);
        return $"no tenant is called '{tenant}'{(nearest is null ? $"; found: {string.Join(", ", report.FoundTenants.Take(10))}" : $"; did you mean '{nearest}'?")}";
    }
}
