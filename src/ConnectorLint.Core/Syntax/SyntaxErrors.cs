namespace ConnectorLint.Syntax;

/// <summary>The order of errors.</summary>
internal static class SyntaxErrors
{
    /// <summary>Puts errors in the order of the text; those of one place stay as they were found.</summary>
    public static void Sort(List<SyntaxError> errors)
    {
        var isSorted = true;
        for (var i = 1; i < errors.Count && isSorted; i++)
            isSorted = errors[i - 1].Span.Start <= errors[i].Span.Start;
        if (isSorted)
            return;
        var sorted = errors.OrderBy(error => error.Span.Start).ToArray();
        errors.Clear();
        errors.AddRange(sorted);
    }
}
