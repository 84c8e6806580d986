using ConnectorLint.Cli.Output;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary>Finds the tenant, or the tenants, that a command is about.</summary>
internal static class OneTenant
{
    /// <summary>Reads it, and says what is wrong.</summary>
    /// <param name="environment">The world.</param>
    /// <param name="paths">Files and folders.</param>
    /// <param name="currentDirectory">The folder that they start from.</param>
    /// <param name="tenant">Its name; null: the only one.</param>
    /// <param name="purpose">What it is for, as "a message is traced through".</param>
    /// <param name="mayBeMissing">Whether it is no fault that there is none.</param>
    /// <param name="isClosed">Whether it is made of the files below the paths only.</param>
    /// <param name="found">The tenant; null when there is none.</param>
    /// <returns>Whether nothing is wrong.</returns>
    public static bool Find(CliEnvironment environment, IReadOnlyList<string> paths, string currentDirectory, string? tenant, string purpose, bool mayBeMissing, bool isClosed, out TenantModel? found)
    {
        found = null;
        if (!Read(environment, paths, currentDirectory, tenant, isClosed, out var report))
            return false;
        if (report.Tenants.Count == 1)
        {
            TellFindings(environment, report);
            found = report.Tenants[0].Tenant;
            return true;
        }

        if (report.Tenants.Count == 0 && mayBeMissing)
            return true;
        CommandLineApp.Complain(environment, report.Tenants.Count == 0 ? InputComplaints.NoTenant(report, tenant) : $"{purpose} one tenant, and here are {InputComplaints.Some([.. report.Tenants.Select(result => result.Name)])}; choose one with --tenant");
        return false;
    }

    /// <summary>Reads all tenants, or the named one, and says what is wrong. None is no fault where it may be missing.</summary>
    public static bool FindAll(CliEnvironment environment, IReadOnlyList<string> paths, string currentDirectory, string? tenant, bool mayBeMissing, bool isClosed, out IReadOnlyList<TenantModel> found)
    {
        found = [];
        if (!Read(environment, paths, currentDirectory, tenant, isClosed, out var report))
            return false;
        if (report.Tenants.Count == 0 && !mayBeMissing)
        {
            CommandLineApp.Complain(environment, InputComplaints.NoTenant(report, tenant));
            return false;
        }

        TellFindings(environment, report);
        found = [.. report.Tenants.Select(result => result.Tenant)];
        return true;
    }

    private static bool Read(CliEnvironment environment, IReadOnlyList<string> paths, string currentDirectory, string? tenant, bool isClosed, out LintReport report)
    {
        // Only what keeps the files from being understood; what is wrong with the connectors is lint's to say.
        report = LintRun.Run(new LintRequest
        {
            Paths = paths,
            CurrentDirectory = currentDirectory,
            Selection = new RuleSelection(["CL0901", "CL0902", "CL0903", "CL0904", "CL0905", "CL0906", "CL0908", "CL0911", "CL0912", "CL0002", "CL0003"]),
            Tenant = tenant,
            IsClosed = isClosed,
            StandardInput = environment.StandardInput,
            Cancellation = environment.Cancellation,
        });
        var isMisconfigured = ConfigurationFaults.Write(report.ConfigurationFaults, usesColor: false, environment);
        foreach (var problem in report.Problems)
            CommandLineApp.Complain(environment, $"{problem.Path}: {problem.Message}");
        return report.Problems.Count == 0 && !isMisconfigured;
    }

    // What could not be understood may bear on the answer.
    private static void TellFindings(CliEnvironment environment, LintReport report)
    {
        foreach (var finding in report.Findings)
            environment.Error.Write(ConciseWriter.Line(finding));
    }
}
