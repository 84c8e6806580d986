import { commands, MarkdownString, StatusBarAlignment, ThemeColor, window, type Disposable } from "vscode";
import type { Health, Server } from "./server";

/** The item in the status bar: how the server does; a click shows what can be done. */
export function showStatus(server: Server): Disposable {
  const item = window.createStatusBarItem("connectorlint.status", StatusBarAlignment.Right, 90);
  item.name = "ConnectorLint";
  item.command = "connectorlint.showMenu";
  const show = (health: Health) => {
    item.text = `${iconOf(health)} ConnectorLint`;
    item.tooltip = new MarkdownString(tooltipOf(health));
    item.backgroundColor = health.kind === "failed" ? new ThemeColor("statusBarItem.errorBackground")
      : health.kind === "missing" ? new ThemeColor("statusBarItem.warningBackground") : undefined;
    item.show();
  };
  show(server.health);
  const listening = server.onDidChangeHealth(show);
  return { dispose: () => { listening.dispose(); item.dispose(); } };
}

/** What a click on the item offers. */
export async function showMenu(server: Server): Promise<void> {
  if (server.health.kind === "missing" || server.health.kind === "failed") {
    await server.complain();
    return;
  }
  const entries = [
    { label: "$(checklist) Lint the workspace", command: "connectorlint.lintWorkspace" },
    { label: "$(question) Do I need a connector?", command: "connectorlint.advise" },
    { label: "$(type-hierarchy) Show the mail-flow graph", command: "connectorlint.showMailFlow" },
    { label: "$(book) Explain a rule", command: "connectorlint.explain" },
    { label: "$(clippy) Paste as manifest", command: "connectorlint.pasteAsManifest" },
    { label: "$(new-file) Create a starter manifest", command: "connectorlint.createManifest" },
    { label: "$(output) Show the output", command: "connectorlint.showOutput" },
    { label: "$(debug-restart) Restart the language server", command: "connectorlint.restart" },
  ];
  const title = server.health.kind === "running" ? `ConnectorLint ${server.health.program.version}` : "ConnectorLint";
  const chosen = await window.showQuickPick(entries, { title });
  if (chosen)
    await commands.executeCommand(chosen.command);
}

function iconOf(health: Health): string {
  switch (health.kind) {
    case "starting": return "$(sync~spin)";
    case "running": return "$(mail)";
    case "stopped": return "$(circle-slash)";
    case "missing": return "$(warning)";
    case "failed": return "$(error)";
  }
}

function tooltipOf(health: Health): string {
  switch (health.kind) {
    case "starting": return "ConnectorLint is starting.";
    case "running": return `connectorlint ${health.program.version}, from ${health.program.origin}  \n\`${[health.program.command, ...health.program.prefix].join(" ")}\``;
    case "stopped": return "ConnectorLint is not running.";
    case "missing": return health.problem.message;
    case "failed": return health.message;
  }
}
