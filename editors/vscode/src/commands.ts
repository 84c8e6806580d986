import { commands, env, languages, Uri, window, workspace, type TextEditor } from "vscode";
import { isManifest } from "./manifest";
import { showPage, showText } from "./pages";
import { complaint, run } from "./run";
import type { Server } from "./server";

/** Judges what is on the disk anew; the server says how much was found. */
export async function lintWorkspace(server: Server): Promise<void> {
  if (await server.execute("connectorlint.lintWorkspace", []) !== undefined)
    await commands.executeCommand("workbench.actions.view.problems");
}

/** Shows which connectors the tenant of the edited file needs; all tenants, when it is none's. */
export async function advise(server: Server): Promise<void> {
  const document = window.activeTextEditor?.document;
  const answer = await server.execute("connectorlint.advise", isManifest(document) ? [document.uri.toString()] : []);
  if (answer !== undefined)
    await showText("Do I need a connector?", answer);
}

/** Shows a rule's page: the one given, else one that is chosen, where the rules of the cursor's line come first. */
export async function explain(server: Server, id: unknown): Promise<void> {
  const program = await server.program();
  if (!program)
    return;
  const rule = typeof id === "string" ? id : await chooseRule(() => run(program, ["rules", "--format", "json"]).then(result => result.stdout));
  if (rule === undefined)
    return;
  const page = await run(program, ["explain", rule, "--format", "markdown"]);
  if (page.code !== 0)
    void window.showErrorMessage(`ConnectorLint: ${complaint(page)}`);
  else
    await showPage(`${rule}.md`, page.stdout);
}

/** Turns a cmdlet's line or an exported connector in the clipboard into an entry of the manifest. */
export async function pasteAsManifest(server: Server): Promise<void> {
  const editor = window.activeTextEditor;
  if (!isManifest(editor?.document)) {
    void window.showInformationMessage("ConnectorLint: open a manifest first (its root has connectorlint: 1); a connector is pasted into it.");
    return;
  }
  const text = await env.clipboard.readText();
  if (!text.trim()) {
    void window.showInformationMessage("ConnectorLint: the clipboard is empty. Copy a New-InboundConnector or New-OutboundConnector line, or an exported connector as JSON.");
    return;
  }
  const added = await server.execute("connectorlint.pasteAsManifest", [editor!.document.uri.toString(), text, editor!.selection.active.line]);
  if (added)
    window.setStatusBarMessage(`ConnectorLint: pasted ${added}`, 5000);
}

/** Writes connectorlint.yaml into a folder, with what its deployment files show, and opens it. */
export async function createManifest(server: Server, target: unknown): Promise<void> {
  const program = await server.program();
  const folder = target instanceof Uri ? target : (await oneFolder())?.uri;
  if (!program || !folder)
    return;
  const result = await run(program, ["init", folder.fsPath]);
  if (result.code !== 0)
    void window.showErrorMessage(`ConnectorLint: ${complaint(result)}`);
  else
    await window.showTextDocument(Uri.joinPath(folder, "connectorlint.yaml"));
}

async function oneFolder() {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0)
    void window.showInformationMessage("ConnectorLint: open a folder first; the manifest is written into it.");
  return folders.length > 1 ? await window.showWorkspaceFolderPick() : folders[0];
}

async function chooseRule(list: () => Promise<string>): Promise<string | undefined> {
  const here = new Set(rulesAt(window.activeTextEditor));
  const { rules } = JSON.parse(await list()) as { rules: { id: string; name: string; summary: string }[] };
  const items = rules.map(rule => ({ label: rule.id, description: rule.name, detail: rule.summary })).sort((a, b) => Number(here.has(b.label)) - Number(here.has(a.label)));
  return (await window.showQuickPick(items, { title: "Which rule?", matchOnDescription: true, matchOnDetail: true }))?.label;
}

function rulesAt(editor: TextEditor | undefined): string[] {
  if (!editor)
    return [];
  return languages.getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === "connectorlint" && range.start.line <= editor.selection.active.line && editor.selection.active.line <= range.end.line)
    .map(({ code }) => String(typeof code === "object" ? code.value : code));
}
