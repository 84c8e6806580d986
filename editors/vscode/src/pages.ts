import { commands, EventEmitter, languages, Uri, window, workspace, type Disposable } from "vscode";

const scheme = "connectorlint";
const texts = new Map<string, string>();
const changed = new EventEmitter<Uri>();

/** Lets the editor show texts that are no files. */
export function servePages(): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, { onDidChange: changed.event, provideTextDocumentContent: uri => texts.get(uri.path) ?? "" });
}

/** Shows a text. */
export async function showText(name: string, text: string): Promise<void> {
  // A language of its own, so that long lines are wrapped.
  const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(put(name, text)), "connectorlint-answer");
  await window.showTextDocument(document, { preview: true });
}

/** Shows a page of Markdown. */
export async function showPage(name: string, markdown: string): Promise<void> {
  await commands.executeCommand("markdown.showPreviewToSide", put(name, markdown));
}

function put(name: string, text: string): Uri {
  const uri = Uri.from({ scheme, path: `/${name}` });
  texts.set(uri.path, text);
  changed.fire(uri);
  return uri;
}
