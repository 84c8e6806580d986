// The eight questions, in the words of the article, over the topology as the manifest has it.
import { element } from "./element.js";

const yesNo = [["", "not said"], ["true", "yes"], ["false", "no"]];
const choice = (key, label, options) => ({ key, label, options });
const text = (key, label, placeholder) => ({ key, label, placeholder });
const list = (key, label, placeholder) => ({ key, label, placeholder, isList: true });
const flag = (key, label) => ({ key, label, options: yesNo, isFlag: true });

const questions = [
  { title: "What do you subscribe to?", key: "subscription", radios: [["exchangeOnline", "Exchange Online", "mailboxes in Microsoft 365"], ["eopStandalone", "Exchange Online Protection alone", "it filters mail for mailboxes on your own servers"]] },
  { title: "Where are your mailboxes?", key: "mailboxes", radios: [["cloud", "All in Microsoft 365"], ["both", "Some in Microsoft 365, some on your own email servers"], ["onPremises", "All on your own email servers"]] },
  {
    title: "Do you run your own email servers?", key: "onPremises", fields: [
      choice("server", "Servers", [["", "not said"], ["none", "none"], ["exchange2010OrLater", "Exchange 2010 or later"], ["exchange2007OrEarlier", "Exchange 2007 or earlier"], ["nonMicrosoft", "not from Microsoft"]]),
      list("smtpHosts", "Hosts that take mail", "mail.contoso.com"), list("publicIPs", "Public addresses", "203.0.113.10"), list("certificateNames", "Names on their certificates", "contoso.com"),
      flag("relaysToInternet", "They send internet mail through Microsoft 365"), flag("relaysForeignSenders", "... also with senders outside your domains"),
    ],
    hides: value => !value?.server || value.server === "none" ? ["smtpHosts", "publicIPs", "certificateNames", "relaysToInternet", "relaysForeignSenders"] : [],
  },
  {
    title: "Is it a hybrid deployment?", fields: [
      { ...choice("hybrid", "Hybrid Configuration Wizard", [["", "not said"], ["none", "not run"], ["minimal", "run: Minimal or Express"], ["completed", "run: Full"]]), isTop: true },
      { ...flag("centralizedMailTransport", "All mail to the internet leaves through your own servers"), isTop: true },
    ],
  },
  {
    title: "Do printers, scanners or applications send mail?", key: "devices", noun: "device", initial: { name: "Printer" }, fields: [
      text("name", "Name", "Lobby printer"),
      choice("method", "How it sends", [["", "not decided"], ["smtpRelay", "SMTP relay: by its address or certificate"], ["clientSubmission", "signs in to a mailbox"], ["directSend", "direct send: no sign-in, own recipients only"], ["ownServer", "through your own server"], ["highVolumeEmail", "High Volume Email"], ["other", "other"]]),
      choice("recipients", "To whom", [["", "not said"], ["internal", "your own people"], ["external", "people outside"], ["both", "both"]]),
      text("ip", "Public address", "198.51.100.7"),
      choice("ipKind", "That address is", [["", "not said"], ["static", "static, yours alone"], ["dynamic", "dynamic"], ["shared", "shared with others"]]),
      text("certificateName", "Name on its certificate", "none"),
    ],
  },
  {
    title: "Do you exchange mail with business partners, and under what restrictions?", key: "partners", noun: "partner", initial: { name: "Partner" }, fields: [
      text("name", "Name", "Contoso Bank"), list("domains", "Domains", "contosobank.com"),
      flag("inbound.requireTls", "From them: refuse mail without TLS"), text("inbound.certificateName", "... and without this certificate", "none"), list("inbound.ips", "... and from other addresses than", "any"),
      flag("outbound.requireTls", "To them: never send without TLS"), text("outbound.certificateDomain", "... and only to this certificate", "none"), list("outbound.smartHosts", "... and to these hosts", "their MX"),
    ],
  },
  {
    title: "Does mail pass through third-party services?", key: "services", noun: "service", initial: { name: "Service" }, fields: [
      text("name", "Name", "Acme Filter"),
      choice("role", "What it does", [["", "not said"], ["inboundFilter", "filters in front of Microsoft 365"], ["inboundNonFiltering", "stands in front, does not filter"], ["outboundGateway", "takes your mail to the internet"], ["addOn", "add-on: signatures, encryption"]]),
      list("ips", "Sends from", "198.51.100.0/24"), list("certificateNames", "Names on its certificates", "none"), list("smartHosts", "Takes mail at", "in.acme.example"),
    ],
  },
  {
    title: "Which domains are yours, and where do their MX records point?", key: "acceptedDomains", noun: "domain", initial: { name: "contoso.com", mx: "exchangeOnline" }, fields: [
      text("name", "Domain", "contoso.com"),
      choice("type", "Type", [["", "not said"], ["Authoritative", "Authoritative"], ["InternalRelay", "Internal relay"]]),
      { ...choice("mx", "MX points to", [["", "not said"], ["exchangeOnline", "Microsoft 365"], ["onPremises", "your own servers"]]), isMx: true },
    ],
  },
];

const at = (value, key) => key.split(".").reduce((inner, part) => inner?.[part], value);
const plain = value => value === undefined || value === null ? "" : Array.isArray(value) ? value.join(", ") : String(value);

const withValue = (old, key, value) => {
  const [first, ...rest] = key.split(".");
  const made = { ...old };
  const inner = rest.length === 0 ? value : withValue(made[first] ?? {}, rest.join("."), value);
  const isEmpty = inner === null || (rest.length > 0 && Object.keys(inner).length === 0);
  if (isEmpty) delete made[first];
  else made[first] = inner;
  return made;
};

/** The form: fills itself from a topology, and tells each change as a key of the topology and its new value. */
export const questionForm = (form, change) => {
  let values = {};
  let serial = 0;

  const parsed = (field, typed) => {
    const trimmed = typed.trim();
    if (field.isFlag) return trimmed === "" ? null : trimmed === "true";
    if (field.isList) {
      const items = trimmed.split(/[,;\s]+/).filter(item => item !== "");
      return items.length === 0 ? null : items;
    }
    return trimmed === "" ? null : trimmed;
  };

  const control = (field, read, write) => {
    const id = `q${serial++}`;
    const options = field.isMx ? () => [...field.options, ...(Array.isArray(values.services) ? values.services : []).filter(one => one?.name).map(one => [`thirdParty:${one.name}`, one.name])] : () => field.options;
    const input = field.options ? element("select", { id }) : element("input", { id, placeholder: field.placeholder, spellcheck: false });
    const fill = () => {
      if (field.options) {
        const wanted = options();
        const value = plain(read());
        if (value !== "" && !wanted.some(([name]) => name === value)) wanted.push([value, value]);
        if (JSON.stringify(wanted) !== input.dataset.options) {
          input.dataset.options = JSON.stringify(wanted);
          input.replaceChildren(...wanted.map(([name, label]) => element("option", { value: name }, label)));
        }
      }
      const value = plain(read());
      // What is being typed is not written over while it means the same.
      if (document.activeElement !== input || plain(parsed(field, input.value)) !== value)
        input.value = value;
    };
    input.addEventListener(field.options ? "change" : "input", () => write(parsed(field, input.value)));
    return { node: element("label", { for: id, "data-key": field.key }, element("span", {}, field.label), input), fill };
  };

  const radios = question => {
    const name = `q${serial++}`;
    const inputs = question.radios.map(([value, label, detail]) => {
      const input = element("input", { type: "radio", name, value, onchange: () => change(question.key, value) });
      return { input, node: element("label", { className: "radio" }, input, element("span", {}, label, detail ? element("small", {}, ` ${detail}`) : null)) };
    });
    return { nodes: inputs.map(one => one.node), fill: () => inputs.forEach(one => { one.input.checked = values[question.key] === one.input.value; }) };
  };

  const object = question => {
    const controls = question.fields.map(field => ({
      field, ...control(field, () => field.isTop ? values[field.key] : at(values[question.key], field.key), value => {
        if (field.isTop) return change(field.key, value);
        const next = withValue(values[question.key] ?? {}, field.key, value);
        change(question.key, Object.keys(next).length === 0 ? null : next);
      }),
    }));
    return {
      nodes: [element("div", { className: "fields" }, ...controls.map(one => one.node))],
      fill: () => {
        const hidden = question.hides?.(values[question.key]) ?? [];
        for (const one of controls) {
          one.node.hidden = hidden.includes(one.field.key);
          one.fill();
        }
      },
    };
  };

  const items = question => {
    const box = element("div", { className: "items" });
    const entries = () => Array.isArray(values[question.key]) ? values[question.key] : [];
    let rows = [];
    const write = next => change(question.key, next.length === 0 ? null : next);
    const row = i => {
      const controls = question.fields.map(field => control(field, () => at(entries()[i], field.key), value => write(entries().map((entry, j) => j === i ? withValue(entry, field.key, value) : entry))));
      const legend = element("legend", {});
      const remove = element("button", { type: "button", className: "quiet", onclick: () => { write(entries().filter((_, j) => j !== i)); add.focus(); } }, "Remove");
      const node = element("fieldset", { className: "item" }, legend, element("div", { className: "fields" }, ...controls.map(one => one.node)), remove);
      return {
        node, fill: () => {
          legend.textContent = plain(entries()[i]?.name) || `${question.noun} ${i + 1}`;
          remove.setAttribute("aria-label", `Remove ${legend.textContent}`);
          controls.forEach(one => one.fill());
        },
      };
    };
    const add = element("button", {
      type: "button", className: "add", onclick: async () => {
        const names = new Set(entries().map(entry => entry?.name));
        let name = question.initial.name;
        for (let i = 2; names.has(name); i++) name = question.key === "acceptedDomains" ? `contoso${i}.com` : `${question.initial.name} ${i}`;
        await change(question.key, [...entries(), { ...question.initial, name }]);
        const input = rows.at(-1)?.node.querySelector("input");
        input?.focus();
        input?.select();
      },
    }, `Add a ${question.noun}`);
    return {
      nodes: [box, add], fill: () => {
        const count = entries().length;
        while (rows.length > count) rows.pop().node.remove();
        while (rows.length < count) {
          rows.push(row(rows.length));
          box.append(rows.at(-1).node);
        }
        rows.forEach(one => one.fill());
      },
    };
  };

  const made = questions.map((question, i) => {
    const part = question.radios ? radios(question) : question.noun ? items(question) : object(question);
    form.append(element("fieldset", { className: "question", "data-question": question.key ?? "hybrid" }, element("legend", {}, `${i + 1}. ${question.title}`), ...part.nodes));
    return part;
  });
  form.addEventListener("submit", event => event.preventDefault());

  return {
    /** Shows a topology; a fault keeps what is there and lets nothing be changed. */
    show(topology, fault) {
      for (const fieldset of form.children)
        fieldset.disabled = fault !== null;
      if (fault !== null)
        return;
      values = topology;
      made.forEach(part => part.fill());
    },
  };
};
