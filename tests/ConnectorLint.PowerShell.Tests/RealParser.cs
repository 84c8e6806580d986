using System.Management.Automation.Language;

namespace ConnectorLint.PowerShell.Tests;

/// <summary>PowerShell's own parser: what our reader is held against.</summary>
internal static class RealParser
{
    /// <summary>Held by whoever makes PowerShell parse: in parallel it was seen to take a keyword for a command, and a command for one that always runs.</summary>
    public static readonly Lock Gate = new();

    /// <summary>All commands with a constant name, in the order of the text; null if the text is no correct script.</summary>
    public static IReadOnlyList<CommandAst>? Read(string text)
    {
        ScriptBlockAst script;
        ParseError[] errors;
        lock (Gate)
            script = Parser.ParseInput(text, out _, out errors);
        if (errors.Length > 0)
            return null;
        return [.. script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Where(command => command.GetCommandName() is not null).OrderBy(command => command.CommandElements[0].Extent.StartOffset)];
    }

    /// <summary>Whether the command runs only sometimes, or several times, by its place in the script.</summary>
    public static bool IsConditional(CommandAst command)
    {
        for (Ast child = command; child.Parent is { } parent; child = parent)
        {
            var isConditional = parent switch
            {
                IfStatementAst statement => child != statement.Clauses[0].Item1,
                PipelineChainAst chain => child == chain.RhsPipeline,
                FunctionDefinitionAst => true,
                TryStatementAst or CatchClauseAst or TrapStatementAst => true,
                LoopStatementAst => child is StatementBlockAst,
                SwitchStatementAst statement => child != statement.Condition,
                _ => child is ScriptBlockExpressionAst && !IsRun(child),
            };
            if (isConditional)
                return true;
        }

        return false;
    }

    private static bool IsRun(Ast block)
    {
        var parent = block.Parent;
        while (parent is CommandParameterAst or ArrayLiteralAst)
            parent = parent.Parent;
        if (parent is not CommandAst command)
            return false;
        return command.GetCommandName() is { } name
            ? name.ToUpperInvariant() is "INVOKE-COMMAND" or "ICM"
            : command.CommandElements[0] == block;
    }
}
