import { randomBytes } from "node:crypto";
import { ColorThemeKind, ViewColumn, window, workspace, type Disposable, type WebviewPanel } from "vscode";
import { complaint, run } from "./run";
import type { Server } from "./server";
import { chooseTenant, type TenantChoice } from "./tenants";

/** The picture of a tenant's mail flow, drawn anew when a file is saved. */
export class MailFlow implements Disposable {
  private readonly listeners: Disposable[];
  private panel: WebviewPanel | undefined;
  private shown: TenantChoice | undefined;

  constructor(private readonly server: Server) {
    this.listeners = [
      workspace.onDidSaveTextDocument(document => ["yaml", "json", "jsonc"].includes(document.languageId) && this.draw()),
      window.onDidChangeActiveColorTheme(() => this.draw()),
    ];
  }

  async show(): Promise<void> {
    const program = await this.server.program();
    const chosen = program && await chooseTenant(program);
    if (!chosen)
      return;
    this.shown = chosen;
    if (!this.panel) {
      this.panel = window.createWebviewPanel("connectorlint.mailFlow", "Mail flow", ViewColumn.Active, { enableScripts: false, localResourceRoots: [] });
      this.panel.onDidDispose(() => this.panel = this.shown = undefined);
    }
    this.panel.reveal();
    await this.draw();
  }

  dispose(): void {
    this.listeners.forEach(listener => listener.dispose());
    this.panel?.dispose();
  }

  private async draw(): Promise<void> {
    const shown = this.shown;
    // When the program is gone, the status bar says so; a save is no occasion for a message.
    if (!shown || this.server.health.kind !== "running")
      return;
    const result = await run(this.server.health.program, ["graph", "--format", "svg", "--tenant", shown.tenant, ...shown.paths]);
    // It may have been closed, or shows another tenant by now.
    if (!this.panel || this.shown !== shown)
      return;
    this.panel.title = `Mail flow of ${shown.tenant}`;
    this.panel.webview.html = page(result.code === 0 ? result.stdout : undefined, result.code === 0 ? "" : complaint(result));
  }
}

// No script, no request, no style but the page's own: names in the picture are those of the workspace, whoever wrote it.
function page(svg: string | undefined, problem: string): string {
  const nonce = randomBytes(16).toString("base64url");
  const kind = window.activeColorTheme.kind;
  const isDark = kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast;
  // The picture follows the editor's theme and not the system's.
  const picture = svg?.slice(svg.indexOf("<svg")).replace("<style>", `<style nonce="${nonce}">`).replace("(prefers-color-scheme: dark)", isDark ? "all" : "not all");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; form-action 'none'">
<title>Mail flow</title>
<style nonce="${nonce}">
body { margin: 0; padding: 8px; background: ${isDark ? "#0d1117" : "#ffffff"}; color: ${isDark ? "#e6edf3" : "#1b1f24"}; font-family: system-ui, sans-serif; }
body > svg { display: block; width: 100%; min-width: 760px; max-width: 1400px; height: auto; margin: 0 auto; }
</style>
</head>
<body>${picture ?? `<p>There is no picture: ${escape(problem)}</p>`}</body>
</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);
}
