// What the words of the manifest mean, for who does not know them: shown beside the choice.
const labels = {
  exchangeOnline: "Exchange Online", eopStandalone: "Exchange Online Protection alone",
  cloud: "all in Exchange Online", both: "some here, some there", onPremises: "on your own email servers",
  none: "none", exchange2010OrLater: "Exchange 2010 or later", exchange2007OrEarlier: "Exchange 2007 or earlier", nonMicrosoft: "not from Microsoft",
  minimal: "minimal", completed: "completed", yes: "yes", no: "no",
  clientSubmission: "signs in with a mailbox", directSend: "direct send: to your MX host", smtpRelay: "SMTP relay: known by address or certificate", ownServer: "through your own email server", highVolumeEmail: "High Volume Email", other: "otherwise",
  internal: "your own people", external: "people outside", static: "static, yours alone", dynamic: "dynamic", shared: "shared with others",
  tls: "TLS", certificate: "a certificate of theirs", addresses: "addresses of theirs", hosts: "hosts of theirs",
  inboundFilter: "filters in front of Microsoft 365", inboundNonFiltering: "stands in front, does not filter", outboundGateway: "takes mail to the internet", addOn: "add-on: gets mail and hands it back",
  different: "not all to the same place",
};
const special = { "recipients/both": "both", "mx/exchangeOnline": "Microsoft 365" };

/** The words of a question's choice. */
export const labelOf = (key, word) =>
  special[`${key.slice(key.lastIndexOf("/") + 1)}/${word}`] ?? labels[word] ?? word.replace(/^thirdParty:/, "");
