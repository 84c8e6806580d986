import { commands, Disposable, EventEmitter, Uri, window, workspace, type LogOutputChannel } from "vscode";
import { ExecuteCommandRequest, LanguageClient, State, type DynamicFeature, type LanguageClientOptions, type StaticFeature } from "vscode-languageclient/node";
import { findProgram, ProgramMissing, type Program } from "./program";

/** How the language server does. */
export type Health =
  | { readonly kind: "starting" }
  | { readonly kind: "running"; readonly program: Program }
  | { readonly kind: "stopped" }
  | { readonly kind: "missing"; readonly problem: ProgramMissing }
  | { readonly kind: "failed"; readonly message: string };

// The server's commands are also this extension's, which are there before the server is and can show their answers.
class Client extends LanguageClient {
  override registerFeature(feature: StaticFeature | DynamicFeature<unknown>): void {
    if ("registrationType" in feature && feature.registrationType.method === ExecuteCommandRequest.method)
      return;
    super.registerFeature(feature);
  }
}

/** The language server of this window. */
export class Server implements Disposable {
  private readonly changed = new EventEmitter<Health>();
  private client: Client | undefined;
  private current: Health = { kind: "stopped" };
  private queue: Promise<void> = Promise.resolve();

  readonly onDidChangeHealth = this.changed.event;

  /**
   * @param output Where the log goes.
   * @param home Where the extension lies.
   */
  constructor(private readonly output: LogOutputChannel, private readonly home: Uri) {}

  get health(): Health {
    return this.current;
  }

  /** Ends the one that runs, if any, and starts anew; calls wait for each other. */
  restart(): Promise<void> {
    this.queue = this.queue.then(() => this.startAnew());
    return this.queue;
  }

  /** Asks the server to do one of its commands; undefined, after a message, when it does not run. */
  async execute(command: string, args: unknown[]): Promise<string | undefined> {
    await this.queue;
    if (!this.client || this.current.kind !== "running") {
      await this.complain();
      return undefined;
    }
    return await this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: args }) as string;
  }

  /** The program, for what is asked of it beside the server; undefined, after a message, when there is none. */
  async program(): Promise<Program | undefined> {
    await this.queue;
    if (this.current.kind === "running")
      return this.current.program;
    await this.complain();
    return undefined;
  }

  /** Says why the server does not run, and offers what may help. */
  async complain(): Promise<void> {
    const health = this.current;
    const remedies: Record<string, () => unknown> = {};
    if (health.kind === "missing") {
      if (health.problem.remedy === "restore")
        remedies["Restore Tools"] = () => this.restoreTools();
      else
        remedies["Open Setting"] = () => commands.executeCommand("workbench.action.openSettings", "connectorlint.path");
      if (health.problem.remedy === "install")
        // vsce writes the name so.
        remedies["How to Install"] = () => commands.executeCommand("markdown.showPreview", Uri.joinPath(this.home, "readme.md"));
    }
    remedies["Try Again"] = () => commands.executeCommand("connectorlint.restart");
    // A message has room for three.
    if (health.kind !== "missing")
      remedies["Show Output"] = () => this.output.show();
    const message = health.kind === "missing" ? health.problem.message : health.kind === "failed" ? health.message : "The language server is not running.";
    const chosen = await window.showErrorMessage(`ConnectorLint: ${message}`, ...Object.keys(remedies));
    if (chosen)
      await remedies[chosen]?.();
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.dispose();
  }

  dispose(): void {
    this.changed.dispose();
    void this.stop();
  }

  private async startAnew(): Promise<void> {
    try {
      await this.stop();
    } catch (error) {
      this.output.warn(`The server did not end well: ${String(error)}`);
    }
    this.become({ kind: "starting" });
    let program: Program;
    try {
      program = await findProgram();
    } catch (error) {
      this.output.error(String(error));
      this.become(error instanceof ProgramMissing ? { kind: "missing", problem: error } : { kind: "failed", message: String(error) });
      return;
    }
    this.output.info(`connectorlint ${program.version}, from ${program.origin}: ${[program.command, ...program.prefix].join(" ")}`);
    const client = new Client("connectorlint", "ConnectorLint", { command: program.command, args: [...program.prefix, "lsp"], options: { cwd: program.cwd } }, this.options());
    this.client = client;
    client.onDidChangeState(change => {
      if (this.client !== client)
        return;
      if (change.newState === State.Running)
        this.become({ kind: "running", program });
      else if (change.newState === State.Starting)
        this.become({ kind: "starting" });
      else if (this.current.kind === "running")
        this.become({ kind: "failed", message: "The language server ended." });
    });
    try {
      await client.start();
    } catch (error) {
      this.become({ kind: "failed", message: `The language server does not start: ${error instanceof Error ? error.message : String(error)}` });
    }
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: [
        ...["yaml", "json", "jsonc"].map(language => ({ scheme: "file", language })),
        { scheme: "file", pattern: "**/*.winget" },
      ],
      diagnosticCollectionName: "connectorlint",
      outputChannel: this.output,
      middleware: {
        provideInlayHints: (document, range, token, next) =>
          workspace.getConfiguration("connectorlint").get("inlayHints", true) ? next(document, range, token) : [],
        // The rule's id leads to its page here; to other editors the server gives a document on the web.
        handleDiagnostics: (uri, diagnostics, next) => {
          for (const diagnostic of diagnostics) {
            const id = typeof diagnostic.code === "object" ? diagnostic.code.value : diagnostic.code;
            if (typeof id === "string" && /^CL\d+$/.test(id))
              diagnostic.code = { value: id, target: Uri.parse(`command:connectorlint.explain?${encodeURIComponent(JSON.stringify([id]))}`) };
          }
          next(uri, diagnostics);
        },
      },
    };
  }

  private restoreTools(): void {
    const folder = workspace.workspaceFolders?.[0];
    const terminal = window.createTerminal({ name: "dotnet tool restore", cwd: folder?.uri });
    terminal.show();
    terminal.sendText("dotnet tool restore");
  }

  private become(health: Health): void {
    this.current = health;
    this.changed.fire(health);
  }
}
