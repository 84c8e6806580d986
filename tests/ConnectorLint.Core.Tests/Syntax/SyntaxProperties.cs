using System.Text;
using System.Text.Json;
using ConnectorLint.Syntax;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

public sealed class SyntaxProperties
{
    private const string Manifest = """
        connectorlint: 1
        tenant: contoso # a comment
        x-base: &base
          requireTls: true
          comment: |
            two
            lines
        inboundConnectors:
          - <<: *base
            name: "From \"our\" servers \u00e9"
            connectorType: OnPremises
            senderDomains: ["*", 'it''s', {a: b}]
            comment: >-
              folded
              text

              more
          - name: plain text
              over two lines
            requireTls: ~
        ? complex
        : !!str 1
        ---
        {"tenant": "fabrikam", "list": [1, true, null, -2.5e3, "x\ny"]}
        """;

    private static readonly Gen<string> Noise = Gen.OneOf(
        Gen.String[0, 40],
        Gen.String["[]{},:?-#&*!|>'\"%@`\\ \t\r\n\0a1~<=\uFEFF\u0085\u2028\ud800é"],
        Gen.OneOf("- ", ": ", "? ", "\n", "\n  ", "\r\n", "*x", "&x ", "<<: ", "---\n", "...\n", "!!str ", "|\n", ">+2\n", "[", "]", "{", "}", "\"", "'", "\\", "#", "\t", "//", "/*", "*/", ",,"));

    private static readonly Gen<string> Mutated = Gen.Select(Gen.Int[0, Manifest.Length], Gen.Int[0, 12], Noise).Array[1, 6].Select(changes =>
    {
        var text = Manifest;
        foreach (var (at, length, noise) in changes)
        {
            var start = Math.Min(at, text.Length);
            text = string.Concat(text.AsSpan(0, start), noise, text.AsSpan(Math.Min(start + length, text.Length)));
        }

        return text;
    });

    [Fact]
    public void Noise_gives_a_sound_tree() => Noise.Array[0, 12].Select(parts => string.Concat(parts)).Sample(AssertSound, iter: 5_000);

    [Fact]
    public void Bytes_give_a_sound_tree() => Gen.Byte.Array[0, 200].Select(Encoding.UTF8.GetString).Sample(AssertSound, iter: 2_000);

    [Fact]
    public void Changed_manifests_give_a_sound_tree() => Mutated.Sample(AssertSound, iter: 5_000);

    [Fact]
    public void Json_is_read_as_the_base_library_reads_it() => Data.Any.Sample(
        data =>
        {
            foreach (var isIndented in new[] { false, true })
            {
                var text = data.Json(isIndented);
                using var oracle = JsonDocument.Parse(text);
                Assert.Equal(Values.Of(oracle.RootElement), Values.Of(Trees.Root(Trees.Json(text))));
            }
        },
        iter: 1_000);

    [Fact]
    public void Changed_json_is_accepted_exactly_when_the_base_library_accepts_it() => Gen.Select(Data.Any, Gen.Int[0, 200], Gen.Int[0, 3], Gen.String["[]{},:\"\\/ \n\t1eE+-.truefalsn'#a"]).Sample(
        (data, at, length, noise) =>
        {
            var text = data.Json(isIndented: false);
            var start = Math.Min(at, text.Length);
            text = string.Concat(text.AsSpan(0, start), noise, text.AsSpan(Math.Min(start + length, text.Length))).Replace('\ud83d', 'x').Replace('\ude00', 'y');
            var tree = Trees.Json(text);
            Trees.AssertSound(tree);
            Assert.Equal(Accepts(text), tree.IsComplete);
        },
        iter: 5_000);

    [Fact]
    public void Yaml_and_json_of_the_same_data_are_the_same_tree() => Data.Any.Sample(
        data =>
        {
            var expected = Values.Of(Trees.Root(Trees.Json(data.Json(isIndented: false))));
            Assert.Equal(expected, Values.Of(Trees.Root(Trees.Yaml(data.Json(isIndented: false)))));
            Assert.Equal(expected, Values.Of(Trees.Root(Trees.Yaml("---" + data.YamlBlock()))));
        },
        iter: 1_000);

    [Fact]
    public void Each_character_of_a_scalar_has_a_place_of_its_own_in_order() => Data.Any.Sample(
        data =>
        {
            AssertPlaces(Trees.Json(data.Json(isIndented: true)).Documents[0].Root!);
            AssertPlaces(Trees.Yaml("---" + data.YamlBlock()).Documents[0].Root!);
        },
        iter: 500);

    private static void AssertSound(string text)
    {
        Trees.AssertSound(Trees.Yaml(text));
        Trees.AssertSound(Trees.Json(text));
        SuppressionComments.Find(Trees.Yaml(text + " # connectorlint-disable"));
    }

    private static void AssertPlaces(SyntaxNode node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                var quotes = scalar.Style == ScalarStyle.Plain ? 0 : 1;
                var whole = scalar.SpanOf(0, scalar.Text.Length);
                Assert.Equal((scalar.Start + quotes, scalar.Span.End - quotes), (whole.Start, whole.End));
                var end = whole.Start;
                for (var i = 0; i < scalar.Text.Length; i++)
                {
                    var place = scalar.SpanOf(i, 1);
                    Assert.Equal(end, place.Start);
                    end = place.End;
                }

                break;
            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                    AssertPlaces(item);
                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    AssertPlaces(entry.Key);
                    AssertPlaces(entry.Value);
                }

                break;
        }
    }

    private static bool Accepts(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
