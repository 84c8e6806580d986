// The page: what is typed goes to the engine, what it says is shown.
import { element } from "./element.js";
import { makeEditor } from "./editor.js";
import { engine, ready, took } from "./engine.js";
import { markdown } from "./markdown.js";
import { questionForm } from "./questions.js";
import { fromFragment, keep, keepPrevious, recall, recallPrevious, toFragment } from "./state.js";

const $ = id => document.getElementById(id);
const longest = 2_000_000;
const first = `# Answer the questions, or write here: each shows in the other.
connectorlint: 1
tenant: contoso
topology:
  subscription: exchangeOnline
  mailboxes: cloud
  acceptedDomains:
    - {name: contoso.com, mx: exchangeOnline}
  onPremises: {server: none}
`;

const tabs = ["answer", "lint", "see", "compare", "gallery"];
// After typing, the findings come first; the rest when the typing rests.
const restMs = 150;

let state = { tab: "answer", at: 0, files: [{ path: "tenant.yaml", text: first }], before: [] };
let findings = [];
let advice = null;
let busy = Promise.resolve();
let rest = null;
let beginning = null;
let shownAdvice = -1;
let isSilent = false;
let round = 0;
const figures = { keystroke: [] };
const current = () => state.files[state.at];

// ---- notices ----
const say = (text, canRestore = false) => {
  $("notice").firstElementChild.textContent = text;
  $("restore").hidden = !canRestore;
  $("notice").hidden = false;
};
$("dismiss").addEventListener("click", () => { $("notice").hidden = true; });
$("restore").addEventListener("click", () => {
  const previous = recallPrevious();
  if (previous === null) return;
  keepPrevious(state);
  use(previous);
  $("notice").hidden = true;
});

// ---- keeping ----
let keeping = 0;
const remember = () => {
  clearTimeout(keeping);
  keeping = setTimeout(() => { if (!keep(state)) say("The browser has no room to keep this text: copy it before you close the page."); }, 250);
};
addEventListener("pagehide", () => { if (keeping) keep(state); });

// ---- the engine ----
// One after the other, and only the latest text is judged.
const judge = () => {
  const mine = ++round;
  const start = performance.now();
  const { path, text } = current();
  busy = busy.then(async () => {
    if (mine !== round) return;
    try {
      const result = await engine("Change", path, text);
      if (mine !== round) return;
      showFindings(result);
      figures.keystroke.push(performance.now() - start);
      later(mine);
    } catch (error) {
      trouble(error);
    }
  });
};
const later = mine => {
  clearTimeout(rest?.timer);
  const run = () => {
    rest = null;
    busy = busy.then(() => showRest(mine)).catch(trouble);
  };
  rest = { run, timer: setTimeout(run, restMs) };
};
const settled = async () => {
  await beginning;
  for (let before; before !== busy || rest !== null;) {
    if (rest !== null) {
      clearTimeout(rest.timer);
      rest.run();
    }
    before = busy;
    await before;
  }
};
const trouble = error => {
  if (isBroken) return;
  console.warn(error);
  say("The linter stumbled over this text. What you typed is kept; undo the last change, or tell the project.");
};
const showRest = async mine => {
  if (mine !== round) return;
  if (state.tab === "answer") {
    const asked = await engine("Questions", current().path);
    if (mine === round) showQuestions(asked);
  } else if (state.tab === "see") {
    const picture = await engine("Picture");
    if (mine === round) showPicture(picture);
  } else if (state.tab === "compare") {
    const compared = await engine("Compare", state.before.map(file => file.path), state.before.map(file => file.text));
    if (mine === round) showCompared(compared);
  }
  // In every view: the answer is what is printed.
  if (shownAdvice === round) return;
  const next = await engine("Advise");
  if (mine !== round) return;
  shownAdvice = round;
  showAdvice(next);
};

const openAll = () => {
  const mine = ++round;
  busy = busy.then(async () => {
    try {
      const result = await engine("Open", state.files.map(file => file.path), state.files.map(file => file.text));
      if (mine !== round) return;
      showFindings(result);
      await showRest(mine);
    } catch (error) {
      trouble(error);
    }
  });
  return busy;
};
// Without the engine the page is an editor that keeps what is typed.
let isBroken = false;
ready.catch(error => {
  isBroken = true;
  say(error.message === "no WebAssembly" ? "This browser has no WebAssembly, which the linter needs. What you type is kept; connectorlint advise and connectorlint lint do the same on the command line." : `The linter could not be started (${error.message}). Reload the page; what you typed is kept.`);
  $("form").replaceChildren();
  for (const id of ["questions-fault", "summary"]) {
    $(id).textContent = "The linter does not run in this browser.";
    $(id).hidden = false;
  }
});

// ---- the editor ----
const editor = makeEditor($("editor"), {
  path: () => current().path,
  settled,
  apply: (edits, newFile) => applyEdits(edits, newFile),
  changed: () => {
    const text = editor.text();
    if (isSilent) return;
    if (text.length > longest) {
      say(`That is ${(text.length / 1e6).toFixed(1)} million characters, and the page takes ${longest / 1e6} million: it is not judged. The command line takes more: connectorlint PATH.`);
      return;
    }
    current().text = text;
    remember();
    judge();
  },
});
const applyEdits = (edits, newFile = null) => {
  if (newFile !== null && !state.files.some(file => file.path === newFile)) {
    state.files.push({ path: newFile, text: "" });
    showFiles();
  }
  const here = edits.filter(edit => edit.path === current().path);
  for (const path of new Set(edits.map(edit => edit.path).filter(path => path !== current().path))) {
    const file = state.files.find(one => one.path === path);
    for (const edit of edits.filter(edit => edit.path === path).sort((a, b) => b.start - a.start))
      file.text = file.text.slice(0, edit.start) + edit.text + file.text.slice(edit.end);
    busy = busy.then(() => engine("Change", path, file.text)).catch(trouble);
  }
  if (here.length > 0) editor.edit(here);
  else if (edits.length > 0) {
    remember();
    judge();
  }
};
const showFile = () => {
  isSilent = true;
  editor.show(current().text, current().path);
  isSilent = false;
  showFiles();
};
const showFiles = () => {
  $("file-choice").hidden = state.files.length < 2;
  $("file").replaceChildren(...state.files.map((file, i) => element("option", { value: i, selected: i === state.at }, file.path)));
};
$("file").addEventListener("change", () => {
  state.at = Number($("file").value);
  showFile();
  remember();
  openAll();
});
const use = next => {
  const at = Math.min(Math.max(0, Number(next.at) || 0), next.files.length - 1);
  const before = Array.isArray(next.before) ? next.before.filter(file => typeof file?.path === "string" && typeof file?.text === "string") : [];
  state = { tab: tabs.includes(next.tab) ? next.tab : "lint", at, files: next.files.map(({ path, text }) => ({ path, text })), before: before.map(({ path, text }) => ({ path, text })) };
  showFile();
  showBefore();
  showTab();
  remember();
  return openAll();
};

// ---- tabs ----
const showTab = () => {
  document.body.dataset.tab = state.tab;
  if (state.tab === "gallery") showGallery();
  for (const button of document.querySelectorAll("[data-show]"))
    if (button.dataset.show === state.tab) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
};
const goToTab = tab => {
  state.tab = tab;
  showTab();
  remember();
  const mine = round;
  if (!isBroken) busy = busy.then(() => showRest(mine)).catch(trouble);
};
for (const button of document.querySelectorAll("[data-show]"))
  button.addEventListener("click", () => goToTab(button.dataset.show));

// ---- findings ----
const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
const showFindings = result => {
  findings = result.findings.map((finding, index) => ({ ...finding, index }));
  editor.mark(findings.filter(finding => finding.path === current().path));
  const of = severity => findings.filter(finding => finding.severity === severity).length;
  $("summary").textContent = findings.length === 0 ? "Nothing to complain about." : [["error", of("error")], ["warning", of("warning")], ["info", of("info")]].filter(([, count]) => count > 0).map(([word, count]) => word === "info" ? `${count} info` : plural(count, word)).join(", ");
  const count = of("error") + of("warning");
  $("count").hidden = count === 0;
  $("count").textContent = count;
  $("count").className = of("error") > 0 ? "count error" : "count warning";
  $("fix-all").hidden = !findings.some(finding => finding.hasSafeFix && finding.path === current().path);
  const info = result.files.find(file => file.path === current().path);
  $("format").textContent = info?.format ?? (info && !info.isOurs && current().text.trim() !== "" ? "Says nothing of mail flow that the linter knows." : "");
  $("list").replaceChildren(...findings.slice(0, 300).map(finding => element("li", { className: finding.severity },
    element("button", { type: "button", className: "finding", onclick: () => goTo(finding.path, finding.start, finding.end) },
      element("span", { className: "tag" }, finding.severity), " ", element("span", { className: "place" }, finding.path === "" ? "" : `${state.files.length > 1 ? `${finding.path}:` : "line "}${finding.line}`),
      element("span", { className: "message" }, finding.message)),
    element("p", { className: "help" }, finding.help),
    element("p", { className: "related" }, element("button", { type: "button", className: "quiet", onclick: () => explain(finding.rule), disabled: finding.rule === "" }, `${finding.rule} ${finding.name}`.trim()),
      ...finding.related.map(related => element("button", { type: "button", className: "quiet", onclick: () => goTo(related.path, related.start, related.end) }, `line ${related.line}: ${related.message}`))))));
  if (findings.length > 300) $("list").append(element("li", {}, `... and ${findings.length - 300} more`));
};
const goTo = (path, start, end) => {
  const at = state.files.findIndex(file => file.path === path);
  if (at < 0) return;
  if (state.tab === "see" || state.tab === "gallery") goToTab("lint");
  if (at !== state.at) {
    state.at = at;
    showFile();
    openAll();
  }
  editor.go(start, end);
};
// The examples are links, so that they can be passed on.
const ruleParts = rule => [
  rule.bad === null ? null : element("p", { className: "examples" }, element("a", { href: `#bad=${rule.id}` }, "Open the example in the editor"), rule.good === null ? null : element("a", { href: `#good=${rule.id}` }, "Open it mended"), element("a", { href: `#rule=${rule.id}` }, "Link to this page")),
  markdown(rule.markdown),
].filter(part => part !== null);
const explain = async rule => {
  $("rule-text").replaceChildren(...ruleParts(await engine("Rule", rule)));
  $("rule").hidden = false;
  $("rule-text").focus();
};
$("rule-close").addEventListener("click", () => { $("rule").hidden = true; $("list").querySelector("button")?.focus(); });
$("fix-all").addEventListener("click", async () => {
  await settled();
  const edits = await engine("FixAll", current().path, "", false);
  if (edits.length === 0) $("summary").textContent += "; no safe fix holds; each fix is offered at its place";
  applyEdits(edits);
});

// ---- questions and answer ----
const form = questionForm($("form"), (key, value) => {
  const done = busy.then(async () => {
    const result = await engine("Answer", current().path, key, value);
    if (result.fault !== null)
      return result.fault;
    if (result.edit !== null) editor.edit([result.edit]);
    // An answer that changes no text may call for other questions.
    else showQuestions(await engine("Questions", current().path));
    return null;
  }).catch(error => { trouble(error); return null; });
  busy = done;
  return done;
});
const showQuestions = asked => {
  $("questions-fault").hidden = asked.fault === null;
  $("questions-fault").textContent = asked.fault ?? "";
  form.show(asked);
};
const showAdvice = next => {
  advice = next;
  $("answer-title").textContent = advice.hasTopology ? `The answer for ${advice.tenant}` : "The answer";
  const rows = advice.rows.map(row => element("tr", {},
    element("th", { scope: "row" }, row.title, element("small", {}, row.subject === "" ? row.scenario : `${row.scenario}, ${row.subject}`)),
    element("td", {}, ...row.ways.map(way => element("div", { className: "way" },
      element("span", { className: "label" }, way.label), " ",
      element("strong", { className: `verdict ${way.verdict}` }, way.verdict === "" ? "none" : way.verdict),
      way.from === "" ? null : element("span", { className: "ends" }, element("span", {}, `From: ${way.from}`), " ", element("span", {}, `To: ${way.to}`)),
      way.status === "" ? null : element("span", { className: "status" }, way.status)))),
    element("td", {}, ...row.why.map(why => element("p", {}, why)), ...row.also.map(also => element("p", { className: "also" }, `Also (${also})`)),
      element("p", { className: "sources" }, ...row.sources.flatMap((source, i) => [i === 0 ? "Source: " : ", ", source.url === null ? element("span", { title: source.title }, source.key) : element("a", { href: source.url, title: source.title, target: "_blank", rel: "noreferrer noopener" }, source.key)])))));
  $("verdicts").replaceChildren(!advice.hasTopology
    ? element("p", {}, "Nothing is known of your mail flow yet. Answer at least where the mailboxes are.")
    : rows.length === 0
      ? element("p", { className: "none" }, element("strong", {}, "No connector is needed for what is declared."), " Exchange Online sends and receives internet mail right away. Add servers, devices, partners and services for a fuller answer.")
      : element("table", {}, element("thead", {}, element("tr", {}, ...["Scenario", "Connector required", "Why"].map(title => element("th", { scope: "col" }, title)))), element("tbody", {}, ...rows)));
  $("create").hidden = !advice.hasTopology || rows.length === 0;
  showScript();
};
const showScript = () => { $("script").textContent = advice?.[$("language").value] ?? ""; };
$("language").addEventListener("change", showScript);
const copy = async text => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
$("copy").addEventListener("click", async () => {
  const isCopied = await copy($("script").textContent);
  if (!isCopied) getSelection().selectAllChildren($("script"));
  $("copied").textContent = isCopied ? "Copied" : "Selected: press Ctrl+C";
});

// ---- see ----
let pictureStyles = null;
const showPicture = picture => {
  if (pictureStyles === null) {
    pictureStyles = new CSSStyleSheet();
    pictureStyles.replaceSync(picture.styles);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, pictureStyles];
  }
  const parsed = new DOMParser().parseFromString(picture.svg, "image/svg+xml");
  $("picture").replaceChildren(document.importNode(parsed.documentElement, true));
};
$("trace").addEventListener("submit", async event => {
  event.preventDefault();
  const data = new FormData($("trace"));
  await settled();
  const result = await engine("Trace", data.get("from") || "<>", data.get("to"), data.get("ip"), data.get("certificate"), data.get("tls"), data.get("direction"), data.get("recipient"));
  $("traced").replaceChildren(...result.fault !== null ? [element("p", { className: "fault" }, `Can't trace: ${result.fault}.`)] : [
    element("p", {}, element("strong", { className: `outcome ${result.outcome}` }, result.result)),
    element("p", { className: "hint" }, result.isCertain ? "Every step that this rests on is documented." : "Not certain: a step that this rests on is inferred, or the documentation or the files leave it open."),
    element("p", {}, result.heading),
    element("ol", { className: "steps" }, ...result.steps.map(step => element("li", { className: step.decides ? "decides" : "" },
      element("b", {}, step.step), ` ${step.what} `, element("small", {}, `[${step.confidence}${step.source === "" ? "" : `, ${step.source}`}]`),
      step.excerpt === "" ? null : element("button", { type: "button", className: "quiet excerpt", onclick: () => goTo(step.path, step.start, step.end) }, `line ${step.line}: ${step.excerpt}`))))]);
});

// ---- compare ----
const beforeOf = () => state.before.find(file => file.path === current().path) ?? state.before[0];
const showBefore = () => {
  $("before").value = beforeOf()?.text ?? "";
  $("before-name").textContent = state.before.length > 1 ? `${state.before.length} files; shown is ${beforeOf().path}` : "";
};
const takeBefore = text => {
  const file = beforeOf();
  if (file === undefined) state.before = [{ path: current().path, text }];
  else file.text = text;
};
const compareLater = () => {
  remember();
  later(round);
};
$("before").addEventListener("input", () => {
  if ($("before").value.length > longest) return say(`That is ${($("before").value.length / 1e6).toFixed(1)} million characters, and the page takes ${longest / 1e6} million: it is not compared.`);
  takeBefore($("before").value);
  return compareLater();
});
$("take").addEventListener("click", () => {
  state.before = state.files.map(({ path, text }) => ({ path, text }));
  showBefore();
  compareLater();
});
$("swap").addEventListener("click", () => {
  const { files, before, tab } = state;
  if (before.length > 0) use({ tab, at: 0, files: before, before: files });
});
const showCompared = compared => {
  const kinds = [...new Set(compared.changes.map(change => change.kind))];
  const part = (label, text) => text === "" ? null : element("p", { className: "cause" }, element("b", {}, label), ` ${text}`);
  $("compared").replaceChildren(...compared.fault !== null ? [element("p", { className: "hint" }, `${compared.fault}.`)] : [
    element("p", { className: "outcome" }, element("strong", {}, compared.summary)),
    ...kinds.flatMap(kind => {
      const changes = compared.changes.filter(change => change.kind === kind);
      return [element("h3", { className: `kind ${kind}` }, changes[0].heading), element("ul", { className: "changes" }, ...changes.map(change => element("li", { className: kind },
        element("p", {}, element("strong", {}, change.mail), `: ${change.effect}`), part("Before:", change.before), part("After:", change.after),
        element("p", { className: "witness" }, element("code", {}, change.command), element("button", { type: "button", onclick: () => traceIt(change.message) }, "Trace it as it is now")))))];
    }),
    ...compared.uncertain.length === 0 ? [] : [element("p", {}, "It rests on steps that no page of the vendor states outright:"), element("ul", {}, ...compared.uncertain.map(step => element("li", {}, step)))],
  ].filter(node => node !== null));
};
const traceIt = message => {
  for (const [name, value] of Object.entries(message)) $("trace").elements[name].value = value;
  goToTab("see");
  $("trace").requestSubmit();
  $("traced").scrollIntoView();
};

// ---- gallery ----
let gallery = null;
const showGallery = () => gallery ??= (async () => {
  try {
    const [{ samples, changes }, rules] = await Promise.all([fetch("samples.json").then(found => found.json()), engine("Rules")]);
    const card = (title, detail, ...links) => element("li", {}, element("b", {}, title), detail === "" ? null : element("span", { className: "hint" }, detail), element("span", { className: "examples" }, ...links));
    const link = (target, label, about) => element("a", { href: `#${target}`, "aria-label": `${label}: ${about}` }, label);
    $("samples").replaceChildren(...samples.map(sample => card(sample.title, sample.files.length > 1 ? plural(sample.files.length, "file") : "", link(`sample=${sample.name}`, "Open", sample.title), sample.broken.length === 0 ? null : link(`broken=${sample.name}`, "Open with mistakes", sample.title))));
    $("changes").replaceChildren(...changes.map(change => card(change.title, "", link(`change=${change.name}`, "Compare", change.title))));
    const items = rules.map(rule => ({ rule, node: element("li", {}, element("a", { href: `#rule=${rule.id}` }, `${rule.id} ${rule.name}`), element("span", { className: `tag ${rule.severity}` }, rule.severity), element("span", { className: "summary" }, rule.summary)) }));
    $("rules").replaceChildren(...items.map(one => one.node));
    $("filter").addEventListener("input", () => {
      const wanted = $("filter").value.toLowerCase();
      for (const { rule, node } of items) node.hidden = !`${rule.id} ${rule.name} ${rule.summary}`.toLowerCase().includes(wanted);
    });
    return { samples, changes };
  } catch (error) {
    gallery = null;
    if (!isBroken) say(`The samples could not be loaded (${error.message ?? error}).`);
    return { samples: [], changes: [] };
  }
})();
// What a link of the gallery stands for, as a state; null when it names nothing.
const fromGallery = async (kind, name) => {
  if (kind === "rule" || kind === "bad" || kind === "good") {
    const rule = await engine("Rule", name);
    if (rule === null) return null;
    if (kind === "rule") {
      $("gallery-rule").replaceChildren(...ruleParts(rule));
      $("gallery-rule").hidden = false;
      return { ...state, tab: "gallery" };
    }
    return rule[kind] === null ? null : { tab: "lint", at: 0, files: [{ path: "tenant.yaml", text: rule[kind] }] };
  }
  const { samples, changes } = await showGallery();
  if (kind === "change") {
    const change = changes.find(one => one.name === name);
    return change === undefined ? null : { tab: "compare", at: 0, files: [{ path: "tenant.yaml", text: change.after }], before: [{ path: "tenant.yaml", text: change.before }] };
  }
  const sample = samples.find(one => one.name === name);
  const files = kind === "sample" ? sample?.files : kind === "broken" ? sample?.broken : undefined;
  return files === undefined || files.length === 0 ? null : { tab: "lint", at: 0, files };
};

// ---- files ----
const isBinary = bytes => bytes.subarray(0, 4096).includes(0) && !(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff);
const decoded = bytes => new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8", { fatal: true }).decode(bytes);
const take = async list => {
  const taken = [];
  const faults = [];
  let room = longest;
  for (const { file, path } of list) {
    if (file.size > room) { faults.push(`${path} is too large for the page; the command line takes it`); continue; }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isBinary(bytes)) { faults.push(`${path} is no text`); continue; }
    try {
      const text = decoded(bytes).replace(/\r\n?/g, "\n");
      room -= text.length;
      taken.push({ path, text });
    } catch {
      faults.push(`${path} is neither UTF-8 nor UTF-16`);
    }
  }
  if (taken.length > 0) {
    keepPrevious(state);
    await use({ tab: state.tab === "see" || state.tab === "compare" ? state.tab : "lint", at: 0, files: taken, before: state.before });
  }
  const opened = taken.length === 0 ? "Nothing was opened; what was typed is still here" : `Opened ${taken.length === 1 ? taken[0].path : plural(taken.length, "file")}`;
  say(`${[opened, ...faults].join(". ")}.`, taken.length > 0);
};
const readEntry = async (entry, prefix = "") => {
  if (entry.isFile) return [{ file: await new Promise((resolve, reject) => entry.file(resolve, reject)), path: prefix + entry.name }];
  if (/^(\.git|node_modules|bin|obj)$/.test(entry.name)) return [];
  const reader = entry.createReader();
  const all = [];
  for (let part; (part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length > 0;)
    for (const child of part) all.push(...await readEntry(child, `${prefix}${entry.name}/`));
  return all.filter(one => /\.(ya?ml|json|bicep|tf|tfstate|ps1|psd1|mof|csv|xml|txt)$/i.test(one.path));
};
$("open").addEventListener("click", () => $("files").click());
$("files").addEventListener("change", async () => {
  await take([...$("files").files].map(file => ({ file, path: file.name })));
  $("files").value = "";
});
$("fresh").addEventListener("click", () => {
  keepPrevious(state);
  use({ tab: state.tab, at: 0, files: [{ path: "tenant.yaml", text: first }] });
  say("Started anew.", true);
});
let depth = 0;
addEventListener("dragenter", event => { if (event.dataTransfer?.types.includes("Files")) { depth++; $("drop").hidden = false; } });
addEventListener("dragleave", () => { if (depth > 0 && --depth === 0) $("drop").hidden = true; });
addEventListener("dragover", event => { if (event.dataTransfer?.types.includes("Files")) event.preventDefault(); });
addEventListener("drop", async event => {
  depth = 0;
  $("drop").hidden = true;
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  event.stopPropagation();
  const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(entry => entry);
  const files = [...event.dataTransfer.files].map(file => ({ file, path: file.name }));
  try {
    await take(entries.length > 0 ? (await Promise.all(entries.map(entry => readEntry(entry)))).flat() : files);
  } catch (error) {
    say(`The files could not be read (${error.message ?? error}); what was typed is still here.`);
  }
}, { capture: true });

// ---- sharing ----
$("share").addEventListener("click", async () => {
  await settled();
  const fragment = await toFragment(state);
  const address = `${location.origin}${location.pathname}#${fragment}`;
  $("link").value = address;
  $("shared").showModal();
  $("link").select();
  const isCopied = await copy(address);
  $("shared-state").textContent = `${isCopied ? "Copied." : "Press Ctrl+C to copy it."} ${plural(address.length, "character")}${address.length > 30_000 ? ": some programs cut links that long" : ""}.`;
});
const begin = async isFirst => {
  const kept = isFirst ? recall() : state;
  let next = kept;
  const fragment = location.hash.slice(1);
  let rule = false;
  if (fragment !== "") {
    try {
      const [, kind, name] = /^(rule|bad|good|sample|broken|change)=([\w-]+)$/.exec(fragment) ?? [];
      rule = kind === "rule";
      if (rule && kept !== null) state = { ...state, ...kept };
      const shared = kind === undefined ? await fromFragment(fragment) : await fromGallery(kind, name);
      if (shared !== null) {
        next = shared;
        if (kept !== null && JSON.stringify(kept.files) !== JSON.stringify(shared.files)) {
          keepPrevious(kept);
          say("This is what the link holds. What you typed before is kept.", true);
        }
      } else {
        say("The link holds nothing that this page knows; here is what you typed last.");
      }
    } catch (error) {
      if (!isBroken) say("The link is damaged, so that it can't be opened; ask for it again. What you typed last is here.");
    }
    // From here on the text lives in the storage: reloading must not bring the link's text back over it.
    history.replaceState(null, "", location.pathname + location.search);
  }
  await use(next ?? state);
  if (rule) $("gallery-rule").focus();
  if (!isFirst || isBroken) return;
  const time = Math.round(performance.now());
  document.body.dataset.ready = time;
  $("ready").textContent = `Ready in ${(time / 1000).toFixed(1)} s.`;
};
addEventListener("hashchange", () => { if (location.hash.length > 1) beginning = begin(false); });

/** For the tests. */
globalThis.connectorlint = { settled, figures, took, editor, engine };
begin(true);
