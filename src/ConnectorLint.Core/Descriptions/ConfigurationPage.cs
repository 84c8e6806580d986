using System.Text;
using ConnectorLint.Properties;

namespace ConnectorLint.Descriptions;

/// <summary>The reference page of the configuration, from the same descriptions that the reader and the schema use.</summary>
public static class ConfigurationPage
{
    /// <summary>A configuration that uses each key once; a test reads it.</summary>
    public static string Example { get; } = """
        # yaml-language-server: $schema=schemas/configuration.schema.json
        root: true
        extends: ../shared/connectorlint.yaml
        exclude: [generated, "**/*.draft.yaml"]
        rules:
          CL1: warning                 # all of CL1001, CL1002, ...
          CL1010: off                  # the longest match wins
          unnecessary-onprem-connector: error
        overrides:
          - files: [legacy/**]
            rules: {CL1: info}
        failOn: error
        baseline: connectorlint.baseline.json
        requireReason: true
        suppressions:
          - {rule: CL1005, tenant: contoso, connector: Old server, reason: leaves with ticket 4711, until: 2027-01-31}
        tenants:
          contoso: [deploy/contoso/**]

        """.ReplaceLineEndings("\n");

    /// <summary>The text of <c>docs/reference/configuration.md</c>.</summary>
    public static string Text()
    {
        var text = new StringBuilder();
        text.Append("""
            # The configuration

            <!-- Generated from the property descriptions by scripts/update; do not edit. -->

            The file `.connectorlint.yaml` in the nearest folder above a file applies to it, alone: it builds on another only where `extends` says so. `--config FILE` takes that one for all files, `--no-config` none. `connectorlint --print-config FILE` shows what applies to a file, and where each value comes from.

            What wins: the command line over `overrides` (of these the last), they over `rules`, they over what is inherited by `extends`. `--select CL1` so brings back a rule of CL1 that is off here, with the severity that it has by itself. A level replaces all severities that a rule has, also those that it lowers in some cases; a rule that is off for every file is not called.

            Paths and globs are relative to the folder of the file that they stand in. Globs have the signs of `.gitignore`: `*` and `?` within a name, `**` over folders; without a slash a glob means that name in every folder, and a glob that matches a folder matches all below it. `../` at the beginning leads out of the folder. A glob of `include`, `overrides` or `tenants` that matches nothing is an error, one of `exclude` a warning; neither when only a part of its folder was looked at.

            A fault in a configuration is printed on standard error at its place and gives exit code 2; what was understood still applies, and the findings are still reported.

            """.ReplaceLineEndings("\n"));
        text.Append("\n```yaml\n").Append(Example).Append("```\n");
        foreach (var shape in SchemaText.Shapes(ConfigurationProperties.Shape))
            ReferencePage.WriteShape(text, shape, ReferenceEquals(shape, ConfigurationProperties.Shape));
        return text.ToString();
    }
}
