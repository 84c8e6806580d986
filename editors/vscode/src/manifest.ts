import { commands, window, type Disposable, type TextDocument } from "vscode";

const languages = new Set(["yaml", "json", "jsonc"]);

/** Whether a document is a manifest: its root has the key connectorlint. */
export function isManifest(document: TextDocument | undefined): document is TextDocument {
  return document !== undefined && document.uri.scheme === "file" && languages.has(document.languageId)
    && /^(?:\s*\{?\s*"connectorlint"|connectorlint)\s*:/m.test(document.getText());
}

/** Keeps the context key by which menus know a manifest. */
export function followManifest(): Disposable {
  const tell = () => void commands.executeCommand("setContext", "connectorlint.isManifest", isManifest(window.activeTextEditor?.document));
  tell();
  return window.onDidChangeActiveTextEditor(tell);
}
