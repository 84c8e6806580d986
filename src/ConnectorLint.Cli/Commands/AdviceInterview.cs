using ConnectorLint.Cli.Output;
using ConnectorLint.Conversion;
using ConnectorLint.Descriptions;
using ConnectorLint.Engine;
using ConnectorLint.Interview;
using ConnectorLint.Model;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint advise</c> without files: asks, answers as for a manifest, and writes the manifest if it is wanted. Questions go to standard error, so that the answer can be redirected.</summary>
internal sealed class AdviceInterview(CliEnvironment environment, TextReader input)
{
    /// <summary>Asks all, and calls for the answer to be printed.</summary>
    /// <param name="tenant">What the tenant is called.</param>
    /// <param name="output">The file to write the manifest to; null: it is asked for.</param>
    /// <param name="print">Prints the answer.</param>
    /// <returns>The exit code.</returns>
    public int Run(string tenant, string? output, Action<TenantModel, Advice> print)
    {
        Say($"Do I need to create a connector? {Questionnaire.MainCount} questions, some with more that follow from the answer. Ctrl+C ends it, and nothing is written.\n");
        var answers = Answers.None;
        while (Questionnaire.Next(answers) is { } question)
        {
            if (Ask(question) is not { } values)
            {
                CommandLineApp.Complain(environment, $"the answers end before this question ({question.Key}): {question.Text}");
                return ExitCode.Trouble;
            }

            answers = answers.With(question, values);
        }

        var manifest = AnsweredManifest.Of(tenant, answers);
        var model = new Linter(InputComplaints.Rules).LintText("your answers", manifest).Tenant;
        var advice = Advisor.Advise(model);
        print(model, advice);
        environment.Out.Flush();
        return Offer(output, WithConnectors(manifest, model, advice));
    }

    // What is to be created, or can't be written yet, is a document of its own after the answers.
    private static string WithConnectors(string manifest, TenantModel model, Advice advice)
    {
        if (advice.Proposals.Count == 0 && !AdviceYamlWriter.Unwritten(advice).Any())
            return manifest;
        using var text = new StringWriter { NewLine = "\n" };
        text.Write(manifest);
        text.Write("---\n# The connectors that this takes.\n");
        AdviceYamlWriter.Write([(model, advice)], text);
        return text.ToString();
    }

    private int Offer(string? output, string manifest)
    {
        var file = output;
        if (file is null)
        {
            Say("\nWrite this to a manifest, to be linted from now on? The name of the file, as connectorlint.yaml. (Enter: no)\n");
            file = Prompt();
            if (string.IsNullOrWhiteSpace(file))
                return ExitCode.Clean;
            file = file.Trim();
        }

        if (Path.Exists(Path.GetFullPath(file, environment.CurrentDirectory)))
        {
            var overwrite = Question.YesNo("overwrite", $"{file} is there already; overwrite it?");
            if (Ask(overwrite) is not { } values)
            {
                CommandLineApp.Complain(environment, $"{file} is there already, and is left as it is: the answers end before the question whether to overwrite it");
                return ExitCode.Trouble;
            }

            if (values[0] == "no")
            {
                Say($"{file} is left as it is.\n");
                return ExitCode.Clean;
            }
        }

        if (OutputFile.TryWrite(environment, file, "the manifest", manifest) is { } complaint)
        {
            CommandLineApp.Complain(environment, complaint);
            return ExitCode.Trouble;
        }

        Say($"Wrote {file}. Next: connectorlint {file}\n");
        return ExitCode.Clean;
    }

    // Asked again until it is understood; null when the input ends.
    private IReadOnlyList<string>? Ask(Question question)
    {
        var number = question.Number == 0 ? "    " : $"\n{question.Number}/{Questionnaire.MainCount} ";
        Say($"{number}{question.Text}\n    {question.Takes}{(question.EmptyMeans is null ? "" : $" (Enter: {question.EmptyMeans})")}\n");
        while (Prompt() is { } answer)
        {
            if (question.Read(answer, out var values) is not { } fault)
                return values;
            Say($"    {fault}\n    {question.Takes}{(question.EmptyMeans is null ? "" : $" (Enter: {question.EmptyMeans})")}\n");
        }

        return null;
    }

    private string? Prompt()
    {
        environment.Error.Write("> ");
        environment.Error.Flush();
        var line = input.ReadLine();
        // On a terminal the answer itself ends the line.
        if (!environment.IsInteractive)
            environment.Error.Write("\n");
        return line;
    }

    private void Say(string text) => environment.Error.Write(string.Join('\n', text.Split('\n').Select(DisplayWidth.Show)));
}
