using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>The body of the admin REST API as JSON in strings.</summary>
public class JsonShapeTests
{
    [Fact]
    public Task A_raw_literal_is_read() => Verify.Members(
        """"
        const string Body = /* lang=json */ """
            {
              "CmdletInput": {
                "CmdletName": "New-OutboundConnector",
                "Parameters": {
                  "Name": "To partner", "ConnectorType": "Partner", "RecipientDomains": ["fabrikam.com"],
                  {|CL2001:"UseMXRecord": false|}, "TlsSettings": "CertificateValidation"
                }
              }
            }
            """;
        """");

    [Fact]
    public Task Literals_with_escapes_are_read() => Verify.Statements(
        """
        Post("{\"cmdletInput\":{\"cmdletName\":\"Set-InboundConnector\",\"parameters\":{\"Identity\":\"\u0041\",\"SenderIPAddresses\":[{|CL0008:\"198.51.100.777\"|}]}}}");
        Post(@"{""CmdletInput"":{""CmdletName"":""Set-InboundConnector"",""Parameters"":{""Identity"":""A"",{|CL0001:""RequiresTls""|}:true}}}");
        static void Post(string body) { }
        """);

    [Fact]
    public Task A_hole_in_a_text_is_unknown_and_elsewhere_too_much() => Verify.Statements(
        """"
        Post($"{{\"CmdletInput\":{{\"CmdletName\":\"Set-InboundConnector\",\"Parameters\":{{\"Identity\":\"{variable}\",\"SenderDomains\":[\"{variable}\"],\"SenderIPAddresses\":[{|CL0008:\"198.51.100.777\"|}]}} }} }}");
        Post("{\"CmdletInput\":{\"CmdletName\":\"Set-InboundConnector\",\"Parameters\":{\"Identity\":\"" + variable + "\",\"SenderIPAddresses\":[{|CL0008:\"198.51.100.777\"|}]}}}");
        Post($"{{\"CmdletInput\":{{\"CmdletName\":\"Set-InboundConnector\",\"Parameters\":{{\"Identity\":\"A\",\"SenderIPAddresses\":[\"198.51.100.777\"],\"Enabled\":{flag} }} }} }}");
        static void Post(string body) { }
        """");

    [Fact]
    public Task A_batch_is_read() => Verify.Members(
        """"
        const string Body = """
            {"requests":[
              {"id":"1","body":{"CmdletInput":{"CmdletName":"Set-InboundConnector","Parameters":{"Identity":"A","SenderIPAddresses":{|CL0008:"198.51.100.777"|}}}}},
              {"id":"2","body":{"CmdletInput":{"CmdletName":"Set-InboundConnector","Parameters":{"Identity":"B","SenderIPAddresses":{"@odata.type":"#Exchange.GenericHashTable","Add":["198.51.100.777"]},"Enabled@odata.type":"x"}}}},
              {"id":"3","body":{"CmdletInput":{"CmdletName":"Get-InboundConnector","Parameters":{"SenderIPAddresses":"198.51.100.777"}}}}
            ]}
            """;
        """");

    [Fact]
    public Task What_is_no_such_body_says_nothing() => Verify.Statements(
        """"
        Post("CmdletInput Set-InboundConnector SenderIPAddresses 198.51.100.777");
        Post("""{"CmdletInput":{"CmdletName":"Set-InboundConnector","Parameters":{"SenderIPAddresses":["198.51.100.777"]}}""");
        Post("""{"CmdletInput":{"Cmdlet":"Set-InboundConnector","Parameters":{"SenderIPAddresses":["198.51.100.777"]}}}""");
        Post("""{"CmdletInput":[]}""");
        static void Post(string body) { }
        """");
}
