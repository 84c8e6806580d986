namespace ConnectorLint.Fuzz;

/// <summary>Texts to start from: every construct of the two formats that the readers know.</summary>
internal static class FuzzSeeds
{
    public static IReadOnlyList<string> Yaml { get; } =
    [
        """
        connectorlint: 1
        tenant: contoso # a comment
        x-base: &base
          requireTls: true
          comment: |
            two
            lines
        inboundConnectors:
          - <<: *base
            name: "From \"our\" servers \u00e9 \x41"
            connectorType: OnPremises
            senderDomains: ["*", 'it''s', {a: b}, [c: d]]
            comment: >-
              folded
              text

              more
          - name: plain text
              over two lines
            requireTls: ~
            senderDomains: *.contoso.com
        ? complex
        : !!str 1
        ---
        {"tenant": "fabrikam", "list": [1, true, null, -2.5e3, "x\ny"], a: , b}
        ...
        """,
        "a: |2+\n    one\n  two\n\n\nb: >\n  x\n   y\n\n  z\n",
        "%YAML 1.2\n%TAG !e! tag:example,2000:\n---\n!e!x &a [*a, ? b : c, \"d\\\n  e\"]\n",
        "- - - a\n    - b\n-\n- ? x\n  : y\n- &b\n- !t\n",
        "",
    ];

    public static IReadOnlyList<string> Json { get; } =
    [
        """
        {
          "connectorlint": 1, // comment
          "tenant": "contoso",
          "inboundConnectors": [
            {"name": "From \"our\" servers \u00e9\ud83d\ude00", "requireTls": true, "senderDomains": ["*"], "x": null},
            {"name": "b", "n": [0, -1.5e+10, 1E5], /* c */ "e": {}},
          ]
        }
        """,
        "[[1, 2], {\"a\": {\"b\": [\"\\/\\b\\f\\n\\r\\t\"]}}]",
        "{'a': 01, b: NaN, \"c\" 1 \"d\": , \"e",
        "",
    ];
}
