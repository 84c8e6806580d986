import { commands, window, workspace, type ExtensionContext } from "vscode";
import { advise, createManifest, explain, lintWorkspace, pasteAsManifest } from "./commands";
import { MailFlow } from "./mailFlow";
import { followManifest, isManifest } from "./manifest";
import { servePages } from "./pages";
import { serveSchema } from "./schemas";
import { Server } from "./server";
import { showMenu, showStatus } from "./status";

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("ConnectorLint", { log: true });
  const running = server = new Server(output, context.extensionUri);
  const mailFlow = new MailFlow(running);
  const command = (name: string, act: (argument: unknown) => unknown) => commands.registerCommand(`connectorlint.${name}`, async (argument: unknown) => {
    try {
      await act(argument);
    } catch (error) {
      output.error(String(error));
      void window.showErrorMessage(`ConnectorLint: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  context.subscriptions.push(
    output,
    running,
    mailFlow,
    showStatus(running),
    followManifest(),
    servePages(),
    ...serveSchema(running, context.extensionUri),
    command("restart", async () => {
      await running.restart();
      if (running.health.kind !== "running")
        await running.complain();
    }),
    command("lintWorkspace", () => lintWorkspace(running)),
    command("advise", () => advise(running)),
    command("showMailFlow", () => mailFlow.show()),
    command("explain", id => explain(running, id)),
    command("pasteAsManifest", () => pasteAsManifest(running)),
    command("createManifest", folder => createManifest(running, folder)),
    command("showOutput", () => output.show()),
    command("showMenu", () => showMenu(running)),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration("connectorlint.path") || change.affectsConfiguration("connectorlint.inlayHints"))
        void running.restart();
    }),
    workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
  );
  await running.restart();
  complainOnce(running, context);
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

// YAML and JSON are also edited where nobody asked for ConnectorLint; there the status bar says enough.
function complainOnce(running: Server, context: ExtensionContext): void {
  if (running.health.kind === "running")
    return;
  if (workspace.textDocuments.some(isManifest)) {
    void running.complain();
    return;
  }
  const waiting = workspace.onDidOpenTextDocument(document => {
    if (!isManifest(document))
      return;
    waiting.dispose();
    if (running.health.kind !== "running")
      void running.complain();
  });
  context.subscriptions.push(waiting);
}
