using ConnectorLint.Cli.Output;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary>What is wrong with the input bears on every answer; what is wrong with connectors is lint's to say.</summary>
internal static class InputComplaints
{
    /// <summary>The rules that speak of the input.</summary>
    public static RuleSelection Rules { get; } =
        new(["CL0901", "CL0902", "CL0903", "CL0904", "CL0905", "CL0906", "CL0908", "CL0911", "CL0912", "CL0001", "CL0002", "CL0003", "CL0015", "CL0016"]);

    /// <summary>Tells what is wrong, on standard error.</summary>
    /// <param name="environment">Where to.</param>
    /// <param name="report">The run.</param>
    /// <param name="tenant">The tenant that was asked for; null: any.</param>
    /// <param name="consequence">What it means for what was printed.</param>
    /// <returns>The exit code.</returns>
    public static int Write(CliEnvironment environment, LintReport report, string? tenant, string consequence)
    {
        foreach (var finding in report.Findings)
            environment.Error.Write(ConciseWriter.Line(finding));

        var isMisconfigured = ConfigurationFaults.Write(report.ConfigurationFaults, usesColor: false, environment);
        if (report.Findings.Count > 0)
            CommandLineApp.Complain(environment, consequence);
        foreach (var problem in report.Problems)
            CommandLineApp.Complain(environment, $"{problem.Path}: {problem.Message}");
        if (report.Tenants.Count == 0 && report.Problems.Count == 0)
        {
            foreach (var file in report.NotOurs)
                CommandLineApp.Complain(environment, $"{file.Path}: {file.Message}");
            CommandLineApp.Complain(environment, NoTenant(report, tenant));
        }

        return isMisconfigured || report.Problems.Count > 0 || report.Tenants.Count == 0 || report.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Trouble : ExitCode.Clean;
    }

    /// <summary>Says what could not be read or understood.</summary>
    /// <returns>Whether there is nothing to go on with: a file or the configuration could not be read, or there is no tenant.</returns>
    public static bool IsUnusable(CliEnvironment environment, LintReport report, string? tenant)
    {
        foreach (var finding in report.Findings.Where(finding => finding.Severity == Severity.Error && finding.Rule.Id.StartsWith("CL09", StringComparison.Ordinal)))
            environment.Error.Write(ConciseWriter.Line(finding));

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

    /// <summary>Why there is no tenant.</summary>
    public static string NoTenant(LintReport report, string? tenant)
    {
        if (tenant is null || report.FoundTenants.Count == 0)
            return "no tenant file was found; a file is a tenant's when its root has the key connectorlint";
        return NotCalledSo(report, tenant);
    }

    /// <summary>That none of the tenants that were found has a name, and which may be meant.</summary>
    public static string NotCalledSo(LintReport report, string tenant)
    {
        var nearest = Spelling.Nearest(tenant, report.FoundTenants);
        return $"no tenant is called '{tenant}'{(nearest is null ? $"; found: {Some(report.FoundTenants)}" : $"; did you mean '{nearest}'?")}";
    }

    /// <summary>The first ten names.</summary>
    public static string Some(IReadOnlyCollection<string> names) => string.Join(", ", names.Take(10)) + (names.Count > 10 ? ", ..." : "");
}
