// The editor: CodeMirror, with everything it says from the engine.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, insertCompletionText, snippet } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { json } from "@codemirror/legacy-modes/mode/javascript";
import { yaml } from "@codemirror/legacy-modes/mode/yaml";
import { lintKeymap, lintGutter, setDiagnostics, nextDiagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorSelection, EditorState, StateEffect, StateField, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers, showTooltip, tooltips } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { element } from "./element.js";
import { engine } from "./engine.js";
import { markdown } from "./markdown.js";

const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "14px", color: "var(--ink)", backgroundColor: "var(--field)" },
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace", lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--field)", color: "var(--soft)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--active)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--selection)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--edge)", borderRadius: "6px", boxShadow: "0 4px 16px rgb(0 0 0 / .2)", maxWidth: "min(560px, 92vw)" },
  ".cm-tooltip-autocomplete > ul": { maxHeight: "16em" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-completionInfo": { maxWidth: "360px", padding: "8px 10px", maxHeight: "18em", overflow: "auto" },
  ".cm-diagnostic": { padding: "8px 10px", whiteSpace: "normal", borderLeftWidth: "4px" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--error)" }, ".cm-diagnostic-warning": { borderLeftColor: "var(--warning)" }, ".cm-diagnostic-info": { borderLeftColor: "var(--accent)" },
  ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--on-accent)", padding: "3px 8px", margin: "6px 6px 0 0", borderRadius: "4px", font: "inherit", fontSize: "13px" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--error) 1.5px", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warning) 1.5px", textUnderlineOffset: "3px" },
  ".cm-lintRange-info, .cm-lintRange-hint": { backgroundImage: "none", textDecoration: "underline dotted var(--accent) 2px", textUnderlineOffset: "3px" },
  // The markers that come with CodeMirror are images in the style, which the page's policy keeps out.
  ".cm-lint-marker": { content: "normal", width: ".6em", height: ".6em", borderRadius: "50%", margin: ".35em auto 0", background: "var(--accent)" },
  ".cm-lint-marker-info, .cm-lint-marker-hint": { content: "normal" },
  ".cm-lint-marker-error": { content: "normal", background: "var(--error)" }, ".cm-lint-marker-warning": { content: "normal", background: "var(--warning)" },
  ".cm-panels": { backgroundColor: "var(--soft-paper)", color: "var(--ink)" },
  ".hover": { padding: "6px 12px", maxHeight: "22em", overflow: "auto", fontFamily: "system-ui, sans-serif", fontSize: "13.5px", lineHeight: "1.45" },
  ".hover p, .cm-completionInfo p": { margin: "6px 0" },
  ".hover pre": { padding: "6px 8px", background: "var(--soft-paper)", overflow: "auto" },
  ".hover a": { color: "var(--accent)" },
  ".hover h3, .hover h4": { fontSize: "1em", margin: "8px 0 4px" },
  ".hover table": { borderCollapse: "collapse" }, ".hover td, .hover th": { border: "1px solid var(--edge)", padding: "2px 6px", textAlign: "left" },
  ".actions": { display: "flex", flexDirection: "column", padding: "4px" },
  ".actions button": { font: "13.5px system-ui, sans-serif", textAlign: "left", padding: "6px 10px", border: "none", background: "none", color: "inherit", borderRadius: "4px", cursor: "pointer" },
  ".actions button:hover, .actions button:focus": { background: "var(--accent)", color: "var(--on-accent)", outline: "none" },
});

const colors = HighlightStyle.define([
  { tag: [tags.atom, tags.propertyName, tags.definition(tags.propertyName)], color: "var(--key)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: tags.string, color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.keyword], color: "var(--number)" },
  { tag: tags.meta, color: "var(--soft)" },
]);

const setMenu = StateEffect.define();
const menu = StateField.define({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setMenu)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : value;
  },
  provide: field => showTooltip.from(field),
});

// A snippet of the language server is almost one of CodeMirror's; a choice becomes its first word.
const asSnippet = text => text.replace(/\$\{(\d+)\|([^,|}]*)[^}]*\|\}/g, "${$1:$2}").replace(/\$(\d+)/g, "${$1}").replace(/\\([$}\\])/g, "$1");

// What is asked beside the typing may fail in silence: the page tells of a broken engine once.
const ask = (...call) => engine(...call).catch(() => null);

/** Makes the editor. Its own shadow root takes its styles, so that the page needs no inline style. */
export const makeEditor = (host, hooks) => {
  const root = host.attachShadow({ mode: "open" });
  const language = new Compartment();
  const path = () => hooks.path();

  const runAction = async action => hooks.apply(action.isFixAll ? await ask("FixAll", path(), action.fixRule ?? "", action.withUnsafe) ?? [] : action.edits, action.newFile);

  const complete = async context => {
    if (!context.explicit && !context.matchBefore(/[\w:"'#.*-]+$|[:\-[{,]\s$/))
      return null;
    await hooks.settled();
    const items = await ask("Complete", path(), context.pos) ?? [];
    if (items.length === 0 || context.aborted)
      return null;
    const from = Math.min(...items.map(item => item.start));
    return {
      from, filter: true, options: items.map((item, i) => ({
        label: item.label, detail: item.detail, type: item.kind, boost: -Math.min(99, i),
        info: item.documentation === "" ? undefined : () => element("div", {}, markdown(item.documentation)),
        apply: (view, completion, _, to) => {
          const end = Math.max(to, item.end);
          if (item.isSnippet) return snippet(asSnippet(item.text))(view, completion, item.start, end);
          // Further lines go under the line that the item begins on.
          const lead = /^\s*/.exec(view.state.doc.lineAt(item.start).text)[0];
          view.dispatch(insertCompletionText(view.state, item.text.replace(/\n/g, `\n${lead}`), item.start, end));
        },
      })),
    };
  };

  const hover = hoverTooltip(async (view, pos) => {
    await hooks.settled();
    const found = await ask("Hover", path(), pos);
    return found === null ? null : { pos: found.start, end: found.end, above: false, create: () => ({ dom: element("div", { className: "hover" }, markdown(found.markdown)) }) };
  }, { hoverTime: 350 });

  const offer = view => {
    (async () => {
      await hooks.settled();
      const { from, to, head } = view.state.selection.main;
      const actions = await ask("Actions", path(), from, to) ?? [];
      view.dispatch({
        effects: setMenu.of({
          pos: head, above: false, create: () => {
            const close = () => { view.dispatch({ effects: setMenu.of(null) }); view.focus(); };
            const dom = element("div", { className: "actions", role: "menu", "aria-label": "Fixes" });
            dom.append(...actions.map(action => element("button", { type: "button", role: "menuitem", onclick: () => { close(); runAction(action); } }, action.title)));
            if (actions.length === 0) dom.append(element("button", { type: "button", role: "menuitem", onclick: close }, "Nothing to fix here"));
            dom.addEventListener("keydown", event => {
              const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
              if (step) {
                const buttons = [...dom.children];
                buttons[(buttons.indexOf(root.activeElement) + step + buttons.length) % buttons.length].focus();
              } else if (event.key === "Escape") close();
              else return;
              event.preventDefault();
              event.stopPropagation();
            });
            return { dom, mount: () => dom.firstElementChild.focus() };
          },
        }),
      });
    })();
    return true;
  };

  const modeOf = name => StreamLanguage.define(/\.(json|tfstate|jsonc)$/i.test(name) ? { ...json, tokenTable: { property: tags.propertyName } } : yaml);
  const view = new EditorView({
    root, parent: root, state: EditorState.create({
      doc: "", extensions: [
        lineNumbers(), history(), drawSelection(), EditorState.allowMultipleSelections.of(true), indentOnInput(), indentUnit.of("  "), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(),
        syntaxHighlighting(colors), theme, lintGutter(), autocompletion({ override: [complete] }), hover, menu, tooltips({ position: "fixed" }), EditorView.lineWrapping,
        keymap.of([{ key: "Mod-.", run: offer }, { key: "F8", run: nextDiagnostic }, ...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
        language.of(modeOf("tenant.yaml")),
        EditorView.contentAttributes.of({ "aria-label": "Manifest", "aria-describedby": "text-title" }),
        EditorView.updateListener.of(update => { if (update.docChanged) hooks.changed(update.transactions.some(one => one.isUserEvent("input.paste"))); }),
      ],
    }),
  });

  return {
    view, root,
    text: () => view.state.doc.toString(),
    /** Shows another text; it is no edit that could be undone. */
    show(text, name) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, effects: language.reconfigure(modeOf(name)), annotations: Transaction.addToHistory.of(false), selection: EditorSelection.cursor(0) });
    },
    /** Makes edits, given as offsets of the text as it is. */
    edit(edits) {
      view.dispatch({ changes: edits.map(edit => ({ from: edit.start, to: edit.end, insert: edit.text })), userEvent: "input.fix" });
    },
    /** Goes to a place and shows it. */
    go(start, end) {
      const most = view.state.doc.length;
      view.dispatch({ selection: EditorSelection.range(Math.min(start, most), Math.min(end, most)), effects: EditorView.scrollIntoView(Math.min(start, most), { y: "center" }) });
      view.focus();
    },
    /** Underlines findings; their fixes are asked for when one is looked at. */
    mark(findings) {
      const most = view.state.doc.length;
      const diagnostics = findings.map(finding => ({
        from: Math.min(finding.start, most), to: Math.min(Math.max(finding.end, finding.start), most), severity: finding.severity,
        message: finding.message,
        renderMessage: () => {
          const box = element("div", {}, element("strong", {}, `${finding.rule} ${finding.name}`), element("div", {}, finding.message), element("div", {}, finding.help));
          const bar = element("div", {});
          box.append(bar);
          engine("Actions", path(), finding.start, finding.start).then(actions => {
            bar.append(...actions.filter(action => action.finding === finding.index && action.edits.length > 0)
              .map(action => element("button", { type: "button", className: "cm-diagnosticAction", onclick: () => runAction(action) }, action.title)));
          }, () => {});
          return box;
        },
      }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
  };
};
