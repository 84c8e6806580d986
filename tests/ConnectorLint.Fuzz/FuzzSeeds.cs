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

    public static IReadOnlyList<string> PowerShell { get; } =
    [
        """
        param([string] $tenant = 'contoso', [switch] $force)
        $params = @{ Name = 'From HQ'; Enabled = $true }
        New-InboundConnector @params -SenderDomains *.contoso.com, 'b', "c `"d`" $x" -RequireTls:$true `
            -SenderIPAddresses @('192.0.2.1', (Get-Address 1)) -WhatIf # comment
        if (-not (Get-OutboundConnector "to $($x.Name)[0]")) {
            & 'New-OutboundConnector' -Name @'
        it's
        '@ -UseMXRecord $false 2>&1 | Out-Null
        } elseif ($x -eq 5) { throw 'no' } else { foreach ($d in $domains) { New-AcceptedDomain -Name $d } }
        """,
        "[CmdletBinding()] param()\nprocess { try { Set-X } catch [a.b] { :top while ($true) { break top } } finally { $a, $b = 1, 2kb } }\n",
        "function f([int]$a = (1..3)[0]) { switch -Regex ($a) { 'x' { Get-X && Get-Y || Get-Z & } default { $x.Foo({ 1 }, @{}) } } }\nM\\X <# c #> –a “b” ‘c’ @\"\n$x`n\n\"@\n| Y",
        "do { $i++; $x = if ($y) { 1 } else { @(1\n'b', @()) } } until ($i -ge 5); . .\\x.ps1 -a:(,1) --x a`,b c'd e'f $home\\x 007",
        "",
    ];
}
