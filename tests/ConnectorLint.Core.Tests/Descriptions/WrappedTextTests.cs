using ConnectorLint.Descriptions;
using Xunit;

namespace ConnectorLint.Tests.Descriptions;

public class WrappedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one", "one")]
    [InlineData("one two", "one two")]
    [InlineData("one two three", "one two|three")]
    [InlineData("a-very-long-word two", "a-very-long-word|two")]
    [InlineData("two a-very-long-word", "two|a-very-long-word")]
    [InlineData("日本 日本", "日本|日本")]
    public void Lines_are_broken_at_blanks(string text, string lines) => Assert.Equal(lines.Split('|'), WrappedText.Lines(text, 8));
}
