using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

public class SentShapeTests
{
    private const string Client = """

        static void Send(string cmdlet, IDictionary<string, object> parameters) { }
        static void SendObject(string cmdlet, object parameters) { }
        static void SendTuples(string cmdlet, params (string, object)[] parameters) { }
        static void Post(object body) { }
        """;

    [Fact]
    public Task A_body_of_anonymous_objects_is_read() => Statements(
        """
        Post(new { CmdletInput = new { CmdletName = "New-OutboundConnector", Parameters = new { Name = "To partner", ConnectorType = "Partner", RecipientDomains = new[] { "fabrikam.com" }, {|CL2001:UseMXRecord = false|}, TlsSettings = "CertificateValidation" } } });
        """);

    [Fact]
    public Task A_body_of_dictionaries_is_read() => Statements(
        """
        var parameters = new Dictionary<string, object> { { "Identity", "A" }, { "SenderIPAddresses", new[] { {|CL0008:"198.51.100.777"|} } } };
        Post(new Dictionary<string, object> { ["CmdletInput"] = new { CmdletName = "Set-InboundConnector", Parameters = parameters } });
        """);

    [Fact]
    public Task A_body_of_json_nodes_is_read() => Statements(
        """
        Post(new System.Text.Json.Nodes.JsonObject
        {
            ["CmdletInput"] = new System.Text.Json.Nodes.JsonObject
            {
                ["CmdletName"] = "Set-InboundConnector",
                ["Parameters"] = new System.Text.Json.Nodes.JsonObject { ["Identity"] = "A", ["SenderIPAddresses"] = new System.Text.Json.Nodes.JsonArray({|CL0008:"198.51.100.777"|}), [{|CL0001:"RequiresTls"|}] = true },
            },
        });
        """);

    [Fact]
    public Task A_method_that_takes_name_and_parameters_is_a_call_of_the_cmdlet() => Statements(
        """
        Send("Set-InboundConnector", new Dictionary<string, object> { ["Identity"] = "A", ["SenderIPAddresses"] = {|CL0008:"198.51.100.777"|} });
        SendObject("Set-InboundConnector", new { Identity = "A", {|CL0001:SenderIPAdresses|} = variable });
        SendTuples("Set-InboundConnector", ("Identity", "A"), ("SenderIPAddresses", {|CL0008:"198.51.100.777"|}));
        """);

    [Fact]
    public Task A_bag_of_its_own_making_is_read() => Verify.Members(
        """
        class Bag { public void Set(string name, object value) { } }
        static void Send(string cmdlet, Bag bag) { }
        void Run()
        {
            var bag = new Bag();
            bag.Set("Identity", "A");
            bag.Set("SenderIPAddresses", {|CL0008:"198.51.100.777"|});
            bag.Set("Retries", 3);
            Send("Set-InboundConnector", bag);
        }
        """);

    [Fact]
    public Task A_text_for_a_Boolean_may_be_taken() => Statements(
        """
        SendObject("Set-InboundConnector", new { Identity = "A", RequireTls = "true" });
        """);

    [Fact]
    public Task A_dictionary_that_cannot_be_read_says_nothing() => Verify.Members(
        """
        void Run(IDictionary<string, object> parameters) => Send("New-InboundConnector", parameters);
        static void Send(string cmdlet, IDictionary<string, object> parameters) { }
        """);

    private static Task Statements(string statements) =>
        Verify.Members("void Run(string variable)\n{\n" + statements + "\n}" + Client);
}
