using System.Globalization;
using System.Text;

namespace ConnectorLint;

/// <summary>Clean manifests of any size, always the same for the same size: partners with a connector each way.</summary>
internal static class Manifests
{
    /// <summary>How many connectors make a manifest of about so many bytes of YAML.</summary>
    public static int ConnectorsFor(int bytes) => Math.Max(2, bytes / 205);

    /// <summary>A manifest in YAML's block style, as people write it.</summary>
    public static string Yaml(int connectors, string tenant = "contoso")
    {
        var text = new StringBuilder();
        text.Append("connectorlint: 1\ntenant: ").Append(tenant).Append("\ntopology:\n  subscription: exchangeOnline\n  mailboxes: cloud\n  onPremises: {server: none}\n  acceptedDomains:\n    - {name: contoso.com, mx: exchangeOnline}\ninboundConnectors:\n");
        var half = connectors / 2;
        for (var i = 0; i < half; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            text.Append("  - name: From partner ").Append(n)
                .Append("\n    connectorType: Partner\n    senderDomains: [partner").Append(n)
                .Append(".example, \"*.mail").Append(n).Append(".example\"]\n    requireTls: true # agreed\n    restrictDomainsToCertificate: true\n    tlsSenderCertificateName: mail.partner").Append(n).Append(".example\n");
        }

        text.Append("outboundConnectors:\n");
        for (var i = 0; i < connectors - half; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            text.Append("  - name: To partner ").Append(n)
                .Append("\n    connectorType: Partner\n    recipientDomains: [partner").Append(n)
                .Append(".example]\n    useMXRecord: true\n    tlsSettings: DomainValidation\n    tlsDomain: \"*.partner").Append(n).Append(".example\"\n");
        }

        return text.ToString();
    }

    /// <summary>The same in JSON.</summary>
    public static string Json(int connectors, string tenant = "contoso")
    {
        var text = new StringBuilder();
        text.Append("{\n  \"connectorlint\": 1,\n  \"tenant\": \"").Append(tenant).Append("\",\n  \"topology\": {\"subscription\": \"exchangeOnline\", \"mailboxes\": \"cloud\", \"onPremises\": {\"server\": \"none\"}, \"acceptedDomains\": [{\"name\": \"contoso.com\", \"mx\": \"exchangeOnline\"}]},\n  \"inboundConnectors\": [");
        var half = connectors / 2;
        for (var i = 0; i < half; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            text.Append(i == 0 ? "\n" : ",\n").Append("    {\n      \"name\": \"From partner ").Append(n)
                .Append("\",\n      \"connectorType\": \"Partner\",\n      \"senderDomains\": [\"partner").Append(n).Append(".example\", \"*.mail").Append(n)
                .Append(".example\"],\n      \"requireTls\": true,\n      \"restrictDomainsToCertificate\": true,\n      \"tlsSenderCertificateName\": \"mail.partner").Append(n).Append(".example\"\n    }");
        }

        text.Append("\n  ],\n  \"outboundConnectors\": [");
        for (var i = 0; i < connectors - half; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            text.Append(i == 0 ? "\n" : ",\n").Append("    {\n      \"name\": \"To partner ").Append(n)
                .Append("\",\n      \"connectorType\": \"Partner\",\n      \"recipientDomains\": [\"partner").Append(n)
                .Append(".example\"],\n      \"useMXRecord\": true,\n      \"tlsSettings\": \"DomainValidation\",\n      \"tlsDomain\": \"*.partner").Append(n).Append(".example\"\n    }");
        }

        return text.Append("\n  ]\n}\n").ToString();
    }
}
