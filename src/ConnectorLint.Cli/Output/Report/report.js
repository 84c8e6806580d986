"use strict";
(() => {
  document.documentElement.classList.add("js");
  const byId = id => document.getElementById(id);

  // Findings: filter, search, keys.
  const articles = [...document.querySelectorAll("article.finding")];
  const form = byId("filter");
  if (form) {
    const [search, rule, tenant, count, none] = ["search", "rule", "tenant", "count", "none"].map(byId);
    // Read once, when it is first searched.
    let texts;
    const apply = () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
      if (words.length > 0 && !texts)
        texts = articles.map(article => article.textContent.toLowerCase());
      const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map(box => box.value));
      let shown = 0;
      articles.forEach((article, i) => {
        const data = article.dataset;
        const fits = severities.has(data.severity) && (!rule.value || rule.value === data.rule) && (!tenant || !tenant.value || tenant.value === data.tenant)
          && words.every(word => texts[i].includes(word));
        if (article.hidden === fits)
          article.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      count.textContent = `${shown} of ${articles.length} shown`;
      none.hidden = shown > 0;
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    apply();

    const move = step => {
      const shown = articles.filter(article => !article.hidden);
      const at = shown.indexOf(document.activeElement);
      const next = shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : Math.max(0, Math.min(shown.length - 1, at + step))];
      if (next) {
        next.focus();
        next.scrollIntoView({ block: "nearest" });
      }
    };
    document.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (event.key === "Escape" && form.contains(event.target)) {
        form.reset();
        return;
      }
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName))
        return;
      if (event.key === "/") {
        event.preventDefault();
        search.focus();
      } else if (event.key === "j")
        move(1);
      else if (event.key === "k")
        move(-1);
    });
  }

  // Trace: the place of a message on each axis, then the class whose box holds it.
  const Origin = { mailbox: 0, own: 1, ownForeign: 2, internet: 3 };

  const domainAxis = domains => {
    const places = new Map(domains.map((domain, i) => [domain, 2 + 2 * i]));
    return domain => {
      if (!domain)
        return 0;
      if (places.has(domain))
        return places.get(domain);
      for (let dot = domain.indexOf("."); dot >= 0; dot = domain.indexOf(".", dot + 1)) {
        const above = places.get(domain.slice(dot + 1));
        if (above !== undefined)
          return above + 1;
      }
      return 1;
    };
  };

  const addressOf = text => {
    const parts = text.split(".");
    if (parts.length !== 4 || !parts.every(part => /^\d{1,3}$/.test(part) && Number(part) < 256))
      return undefined;
    return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
  };

  const isDomain = text => /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+$/u.test(text);

  const holds = (ranges, atom) => {
    for (let i = 0; i < ranges.length; i += 2)
      if (ranges[i] <= atom && atom <= ranges[i + 1])
        return true;
    return false;
  };
  const find = (classes, place) => classes.find(one => one.boxes.some(box => box.every((ranges, i) => holds(ranges, place[i]))));

  const trace = (space, fields) => {
    const domainIn = text => text.trim().toLowerCase().replace(/^.*@/, "");
    const from = fields.from.value.trim() === "<>" ? "" : domainIn(fields.from.value);
    const to = domainIn(fields.to.value);
    if (!isDomain(to))
      return ["error", `To must be an address or a domain, not '${fields.to.value.trim()}'`];
    if (from && !isDomain(from))
      return ["error", `From must be an address, a domain, or nothing for the empty sender, not '${fields.from.value.trim()}'`];
    const ip = fields.ip.value.trim();
    const address = addressOf(ip);
    if (ip && address === undefined)
      return ["error", `The address must be one IPv4 address, not '${ip}'`];
    const name = fields.certificate.value.trim().toLowerCase();
    const isWildcard = name.startsWith("*.");
    if (name && !isDomain(isWildcard ? name.slice(2) : name))
      return ["error", `The certificate's name must be a host name, as mail.contoso.com or *.contoso.com, not '${name}'`];

    const sender = domainAxis(space.senders)(from);
    const planes = 1 + 2 * space.certificates.length;
    const certificate = name ? domainAxis(space.certificates)(isWildcard ? name.slice(2) : name) + (isWildcard ? planes : 0) : 0;
    let source = space.addresses.length;
    if (ip)
      source = space.addresses.findLastIndex(first => first <= address);
    const place = origin => [sender, domainAxis(space.recipients)(to), source, certificate, name || fields.tls.checked ? 1 : 0, Number(fields.recipient.value), origin];

    if (fields.origin.value === "out") {
      const way = find(space.waysOn, place(Origin.mailbox));
      return way ? [way.through ? "met" : "missing", way.words] : ["error", "No class holds this message."];
    }
    const arrival = find(space.arrivals, place(Origin.internet));
    if (!arrival)
      return ["error", "No class holds this message."];
    if (!arrival.through)
      return ["missing", arrival.words];
    const origin = !arrival.own ? Origin.internet : from && space.accepted.includes(sender) ? Origin.own : Origin.ownForeign;
    const way = find(space.waysOn, place(origin));
    return way ? [way.through ? "met" : "missing", `${arrival.words}; then ${way.words}`] : ["met", arrival.words];
  };

  for (const form of document.querySelectorAll("form[data-trace]")) {
    let space;
    form.addEventListener("submit", event => {
      event.preventDefault();
      space ??= JSON.parse(byId(`classes-${form.dataset.trace}`).textContent);
      const [kind, words] = trace(space, form.elements);
      const result = form.querySelector("output");
      result.className = kind;
      result.textContent = words.charAt(0).toUpperCase() + words.slice(1);
    });
  }
})();
