using ConnectorLint.Tests.Syntax;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Conformance;

public sealed class ConformanceTests
{
    [Fact]
    public void The_figures_of_the_test_suites_are_current() =>
        Generated.Equal(ConformancePage.Path, ConformancePage.Text([.. YamlTestSuite.Cases(SharedFolder.Conformance("yaml-test-suite"))], [.. new[] { "y_", "n_", "i_" }.SelectMany(JsonTestSuiteTests.Files)]));
}
