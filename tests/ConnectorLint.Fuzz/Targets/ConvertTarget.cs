using ConnectorLint.PowerShell;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>A file, converted: what is written can be read.</summary>
internal static class ConvertTarget
{
    public static void Run(byte[] bytes)
    {
        foreach (var format in new[] { "manifest", "dsc" })
        {
            var output = CommandRun.Of(bytes, "convert", "-", "--stdin-filename", "input", "--to", format);
            var errors = SyntaxReader.Read(new SourceText("out.yaml", output)).Errors;
            Sound.Require(errors.Count == 0, $"the {format} can't be read again: {errors.FirstOrDefault()?.Message}");
        }

        var script = CommandRun.Of(bytes, "convert", "-", "--stdin-filename", "input", "--to", "powershell");
        foreach (var command in PowerShellReader.Read(script))
            Sound.Require(command.Name.Contains('-'), $"the script calls {command.Name}");
    }
}
