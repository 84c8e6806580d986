using ConnectorLint.Engine;
using Xunit;

namespace ConnectorLint.Mutation;

/// <summary>Stryker puts the unchanged assembly back when it is done, so the changed one is taken aside while it is there.</summary>
public class MutantsTest
{
    [Fact]
    public void The_changed_assembly_is_taken_aside()
    {
        var assembly = typeof(Linter).Assembly;

        // Something that Stryker has changed must run, or it takes the coverage for broken and runs this test for every mutant.
        Assert.NotNull(new Linter().LintText("tenant.yaml", ""));
        if (assembly.GetTypes().Any(type => type.Name == "MutantControl"))
            File.Copy(assembly.Location, Environment.GetEnvironmentVariable("MUTANTS_DLL")!, overwrite: true);
    }
}
