using ConnectorLint.Properties;

namespace ConnectorLint.Interview;

/// <summary>The questions behind "Do I need to create a connector?", each as the answers before it call for. Pure. Source: USE, SEED, DEVICE, PARTNER, 3P.</summary>
public static class Questionnaire
{
    /// <summary>How many main questions there are.</summary>
    public const int MainCount = 8;

    /// <summary>The next question; null when all are answered.</summary>
    public static Question? Next(Answers answers) => All(answers).FirstOrDefault(question => !answers.Has(question.Key));

    /// <summary>All questions as the answers call for them. A form shows them at once; who asks one after the other reads no further than the first that is not answered, since what follows rests on its answer.</summary>
    public static IEnumerable<Question> All(Answers answers)
    {
        yield return Question.Word("subscription", "Do you have an Exchange Online subscription, or a standalone Exchange Online Protection (EOP) subscription, which only protects mailboxes on your own email servers?", Names(TopologyProperties.Subscription)).As(1);
        var isStandalone = answers.Is("subscription", "eopStandalone");
        if (!isStandalone)
            yield return Question.Word("mailboxes", "Where are your organization's mailboxes: in Exchange Online (cloud), on your own email servers (onPremises), or some here and some there (both)?", Names(TopologyProperties.Mailboxes)).As(2);
        foreach (var question in Servers(answers, mayBeNone: !isStandalone && answers.Is("mailboxes", "cloud"), isStandalone))
            yield return question;
        yield return Question.Many("domains", "For which domains does your organization receive email (its accepted domains)?", Formats.Domain).As(4);
        if (!answers.Is("server", "none"))
            yield return Question.YesNo("relays", "Are some recipients of these domains not known to Microsoft 365, so that mail for them is to go on to your own email servers?").OrEmpty();
        foreach (var question in Devices(answers).Concat(Partners(answers)).Concat(Services(answers)).Concat(Mx(answers)))
            yield return question;
    }

    private static IEnumerable<Question> Servers(Answers answers, bool mayBeNone, bool isStandalone)
    {
        yield return Question.Word("server", "What are your own (on-premises) email servers?", [.. Names(OnPremisesProperties.Server).Where(name => mayBeNone || name != "none")]).As(3);
        if (answers.Is("server", "none"))
            yield break;
        if (!isStandalone && !answers.Is("server", "nonMicrosoft"))
        {
            yield return Question.Word("hybrid", "How far is a hybrid deployment set up: none, minimal (the wizard's Minimal or Express option, which make no connectors), or completed (a Full option, which makes them)?", Names(TopologyProperties.Hybrid));
            if (answers.Is("hybrid", "completed"))
                yield return Question.YesNo("centralized", "Is all mail of your cloud mailboxes to leave through your own email servers (centralized mail transport)?").OrEmpty();
        }

        yield return Question.Many("smtpHosts", "To which hosts of yours does Microsoft 365 deliver mail?", Formats.Host).OrEmpty();
        yield return Question.Many("certificateNames", "Which names are on the certificates that your email servers present?", Formats.DomainOrWildcard).OrEmpty();
        yield return Question.Many("publicIPs", "From which public addresses do your email servers send?", Formats.Addresses).OrEmpty();
        yield return Question.YesNo("relaysToInternet", "Do your email servers send their mail to the internet through Microsoft 365?").OrEmpty();
        if (answers.Is("relaysToInternet", "yes"))
            yield return Question.YesNo("relaysForeignSenders", "Has some of that mail senders outside your domains (non-delivery reports, automatically forwarded mail, mail for clients' domains)?").OrEmpty();
    }

    private static IEnumerable<Question> Devices(Answers answers)
    {
        yield return Question.Many("devices", "Does your organization need to send email from non-mailboxes, such as printers, fax machines or applications? What do you call them?", Formats.Name).OrEmpty("none").As(5);
        foreach (var device in answers.All("devices"))
        {
            var key = $"device:{device}/";
            yield return Question.Word(key + "method", $"How does '{device}' send: it signs in with a mailbox (clientSubmission), hands mail for your own recipients to your MX host (directSend), relays by its address or certificate (smtpRelay), hands it to your own email server (ownServer), or otherwise?", Names(DeviceProperties.Method)).OrEmpty("not decided");
            yield return Question.Word(key + "recipients", $"Whom does '{device}' write to?", Names(DeviceProperties.Recipients)).OrEmpty();
            if (!answers.Is(key + "method", "smtpRelay") && !answers.Is(key + "method", "directSend"))
                continue;
            yield return Question.One(key + "ip", $"Which public address does the mail of '{device}' come from?", Formats.Addresses).OrEmpty();
            if (answers.One(key + "ip") is not null)
                yield return Question.Word(key + "ipKind", "What is that address like: static and yours alone, dynamic, or shared with others?", Names(DeviceProperties.IPKind)).OrEmpty();
            var certificate = Question.One(key + "certificateName", $"Which name is on the certificate that '{device}' presents?", Formats.DomainOrWildcard);
            // Relay without address and certificate is no relay.
            yield return answers.Is(key + "method", "smtpRelay") && answers.One(key + "ip") is null ? certificate : certificate.OrEmpty("none");
        }

        if (answers.All("devices").Any(device => answers.Is($"device:{device}/method", "directSend")))
            yield return Question.YesNo("rejectDirectSend", "Does your organization refuse direct send (RejectDirectSend)?").OrEmpty();
    }

    private static IEnumerable<Question> Partners(Answers answers)
    {
        yield return Question.Many("partners", "Do you often exchange email with business partners, and want to apply certain security restrictions? What do you call them?", Formats.Name).OrEmpty("none").As(6);
        foreach (var partner in answers.All("partners"))
        {
            var key = $"partner:{partner}/";
            yield return Question.Many(key + "domains", $"Which domains does '{partner}' have?", Formats.Domain);
            yield return Question.AnyOf(key + "inbound", $"What is wanted of mail from '{partner}': TLS, a certificate of theirs, addresses of theirs?", "tls", "certificate", "addresses").OrEmpty("nothing");
            if (answers.Is(key + "inbound", "certificate"))
                yield return Question.One(key + "certificateName", $"Which name must be on the certificate of '{partner}'?", Formats.DomainOrWildcard);
            if (answers.Is(key + "inbound", "addresses"))
                yield return Question.Many(key + "ips", $"From which addresses does '{partner}' send?", Formats.Addresses);
            yield return Question.AnyOf(key + "outbound", $"What is wanted of mail to '{partner}': TLS, a certificate of theirs, hosts of theirs instead of their MX record?", "tls", "certificate", "hosts").OrEmpty("nothing");
            if (answers.Is(key + "outbound", "certificate"))
                yield return Question.One(key + "certificateDomain", $"Which name must be on the certificate of the server that takes mail for '{partner}'?", Formats.DomainOrWildcard);
            if (answers.Is(key + "outbound", "hosts"))
                yield return Question.Many(key + "smartHosts", $"To which hosts does mail to '{partner}' go?", Formats.Host);
        }
    }

    private static IEnumerable<Question> Services(Answers answers)
    {
        yield return Question.Many("services", "Does mail pass through third-party cloud services (a filter, an archive, signatures, encryption)? What do you call them?", Formats.Name).OrEmpty("none").As(7);
        foreach (var service in answers.All("services"))
        {
            var key = $"service:{service}/";
            yield return Question.Word(key + "role", $"What does '{service}' do: filter mail in front of Microsoft 365 (inboundFilter), stand in front without filtering (inboundNonFiltering), take mail to the internet (outboundGateway), or get mail out and hand it back (addOn)?", Names(ServiceProperties.Role));
            if (!answers.Is(key + "role", "outboundGateway"))
            {
                yield return Question.Many(key + "certificateNames", $"Which names are on the certificates that '{service}' presents?", Formats.DomainOrWildcard).OrEmpty();
                yield return Question.Many(key + "ips", $"From which addresses does '{service}' send?", Formats.Addresses).OrEmpty();
                if (answers.All(key + "ips").Count > 0)
                    yield return Question.YesNo(key + "sharedIPs", $"Do other customers of '{service}' use the same addresses?").OrEmpty();
            }

            if (!answers.Is(key + "role", "inboundFilter"))
                yield return Question.Many(key + "smartHosts", $"To which hosts does Microsoft 365 hand mail for '{service}'?", Formats.Host).OrEmpty();
            if (answers.Is(key + "role", "addOn"))
                yield return Question.YesNo(key + "returnsOutgoingMail", $"Does '{service}' hand mail for outside recipients back for delivery?").OrEmpty();
        }
    }

    private static IEnumerable<Question> Mx(Answers answers)
    {
        var places = new List<string> { "exchangeOnline" };
        if (!answers.Is("server", "none"))
            places.Add("onPremises");
        places.AddRange(answers.All("services").Where(service => !answers.Is($"service:{service}/role", "outboundGateway")).Select(service => $"thirdParty:{service}"));
        var domains = answers.All("domains");
        if (domains.Count == 1)
        {
            yield return Question.Word("mx", $"Where does the MX record of {domains[0]} point?", places).OrEmpty().As(8);
            yield break;
        }

        yield return Question.Word("mx", "Where do the MX records of your domains point? Say different if not all point to the same.", [.. places, "different"]).OrEmpty().As(8);
        if (!answers.Is("mx", "different"))
            yield break;
        foreach (var domain in domains)
            yield return Question.Word($"domain:{domain}/mx", $"Where does the MX record of {domain} point?", places).OrEmpty();
    }

    private static IReadOnlyList<string> Names(Property property) => ((IEnumKind)property.Kind).Names;
}
