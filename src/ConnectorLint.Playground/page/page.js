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

let state = { tab: "answer", at: 0, files: [{ path: "tenant.yaml", text: first }] };
let findings = [];
let advice = null;
let busy = Promise.resolve();
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
      await showRest(mine);
    } catch (error) {
      trouble(error);
    }
  });
};
const settled = async () => {
  for (let before; before !== busy;) {
    before = busy;
    await before;
  }
};
const trouble = error => {
  console.warn(error);
  say("The linter stumbled over this text. What you typed is kept; undo the last change, or tell the project.");
};
const showRest = async mine => {
  const topology = await engine("Topology", current().path);
  if (mine === round) showTopology(topology);
  if (state.tab === "answer") {
    const next = await engine("Advise");
    if (mine === round) showAdvice(next);
  } else if (state.tab === "see") {
    const picture = await engine("Picture");
    if (mine === round) showPicture(picture);
  }
};

const openAll = () => {
  const mine = ++round;
  busy = busy.then(async () => {
    try {
      await ready;
      const result = await engine("Open", JSON.stringify(state.files));
      if (mine !== round) return;
      showFindings(result);
      await showRest(mine);
    } catch (error) {
      trouble(error);
    }
  });
  return busy;
};

// ---- the editor ----
const editor = makeEditor($("editor"), {
  path: () => current().path,
  settled,
  apply: edits => applyEdits(edits),
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
const applyEdits = edits => {
  const here = edits.filter(edit => edit.path === current().path);
  for (const path of new Set(edits.map(edit => edit.path).filter(path => path !== current().path))) {
    const file = state.files.find(one => one.path === path);
    for (const edit of edits.filter(edit => edit.path === path).sort((a, b) => b.start - a.start))
      file.text = file.text.slice(0, edit.start) + edit.text + file.text.slice(edit.end);
    busy = busy.then(() => engine("Change", path, file.text));
  }
  if (here.length > 0) editor.edit(here);
};
const showFile = () => {
  isSilent = true;
  editor.show(current().text, current().path);
  isSilent = false;
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
  state = { tab: ["answer", "lint", "see"].includes(next.tab) ? next.tab : "lint", at, files: next.files.map(({ path, text }) => ({ path, text })) };
  showFile();
  showTab();
  remember();
  return openAll();
};

// ---- tabs ----
const showTab = () => {
  document.body.dataset.tab = state.tab;
  for (const button of document.querySelectorAll("[data-show]"))
    if (button.dataset.show === state.tab) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
};
for (const button of document.querySelectorAll("[data-show]"))
  button.addEventListener("click", () => {
    state.tab = button.dataset.show;
    showTab();
    remember();
    const mine = round;
    busy = busy.then(() => showRest(mine)).catch(trouble);
  });

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
    element("p", { className: "related" }, element("button", { type: "button", className: "quiet", onclick: () => explain(finding.rule) }, `${finding.rule} ${finding.name}`),
      ...finding.related.map(related => element("button", { type: "button", className: "quiet", onclick: () => goTo(related.path, related.start, related.end) }, `line ${related.line}: ${related.message}`))))));
  if (findings.length > 300) $("list").append(element("li", {}, `... and ${findings.length - 300} more`));
};
const goTo = (path, start, end) => {
  const at = state.files.findIndex(file => file.path === path);
  if (at < 0) return;
  if (state.tab === "see") { state.tab = "lint"; showTab(); }
  if (at !== state.at) {
    state.at = at;
    showFile();
    openAll();
  }
  editor.go(start, end);
};
const explain = async rule => {
  $("rule-text").replaceChildren(markdown(await engine("Explain", rule)));
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
    const result = await engine("Answer", current().path, key, JSON.stringify(value));
    if (result.fault !== null) {
      $("questions-fault").textContent = result.fault;
      $("questions-fault").hidden = false;
    } else if (result.edit !== null) {
      editor.edit([result.edit]);
    }
  }).catch(trouble);
  busy = done;
  return done.then(settled);
});
const showTopology = topology => {
  $("questions-fault").hidden = topology.fault === null;
  $("questions-fault").textContent = topology.fault ?? "";
  form.show(topology.values, topology.fault);
};
const showAdvice = next => {
  advice = next;
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
  const tls = data.get("tls");
  await settled();
  const result = await engine("Trace", JSON.stringify({
    from: data.get("from") || "<>", to: data.get("to"), ip: data.get("ip"), certificate: data.get("certificate"), tls: tls === "" ? null : tls === "yes", direction: data.get("direction"), recipient: data.get("recipient"),
  }));
  $("traced").replaceChildren(...result.fault !== null ? [element("p", { className: "fault" }, `Can't trace: ${result.fault}.`)] : [
    element("p", {}, element("strong", { className: `outcome ${result.outcome}` }, result.result)),
    element("p", { className: "hint" }, result.isCertain ? "Every step that this rests on is documented." : "Not certain: a step that this rests on is inferred, or the documentation or the files leave it open."),
    element("p", {}, result.heading),
    element("ol", { className: "steps" }, ...result.steps.map(step => element("li", { className: step.decides ? "decides" : "" },
      element("b", {}, step.step), ` ${step.what} `, element("small", {}, `[${step.confidence}${step.source === "" ? "" : `, ${step.source}`}]`),
      step.excerpt === "" ? null : element("button", { type: "button", className: "quiet excerpt", onclick: () => goTo(step.path, step.start, step.end) }, `line ${step.line}: ${step.excerpt}`))))]);
});

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
    await use({ tab: state.tab === "see" ? "see" : "lint", at: 0, files: taken });
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
const begin = async () => {
  const kept = recall();
  let next = kept;
  const fragment = location.hash.slice(1);
  if (fragment !== "") {
    try {
      const shared = await fromFragment(fragment);
      if (shared !== null) {
        next = shared;
        if (kept !== null && JSON.stringify(kept.files) !== JSON.stringify(shared.files)) {
          keepPrevious(kept);
          say("This is what the link holds. What you typed before is kept.", true);
        }
      } else {
        say("The link holds nothing that this page knows; here is what you typed last.");
      }
    } catch {
      say("The link is damaged, so that it can't be opened; ask for it again. What you typed last is here.");
    }
    // From here on the text lives in the storage: reloading must not bring the link's text back over it.
    history.replaceState(null, "", location.pathname + location.search);
  }
  await use(next ?? state);
  const time = Math.round(performance.now());
  document.body.dataset.ready = time;
  $("ready").textContent = `Ready in ${(time / 1000).toFixed(1)} s.`;
};
addEventListener("hashchange", () => { if (location.hash.length > 1) begin(); });
ready.catch(error => say(typeof WebAssembly === "undefined" ? "This browser has no WebAssembly, which the linter needs. What you type is kept." : `The linter could not be started (${error.message}). Reload the page; what you typed is kept.`));

/** For the tests. */
globalThis.connectorlint = { settled, figures, took, editor };
begin();
