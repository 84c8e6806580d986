import { EventEmitter, FileChangeType, FileSystemError, FileType, Uri, workspace, type Disposable, type FileChangeEvent, type FileStat, type FileSystemProvider } from "vscode";
import type { Server } from "./server";

const scheme = "connectorlint-schema";

/**
 * The schema of manifests, for the editor's own validation of JSON. While the language server runs it is empty: the server finds the same, says more of it and
 * can mend it, and each fault would be shown twice. Without the server the schema is all there is.
 */
class ManifestSchema implements FileSystemProvider {
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  private edition = 1;

  readonly onDidChangeFile = this.changed.event;

  constructor(private readonly server: Server, private readonly home: Uri) {}

  refresh(): void {
    this.edition++;
    this.changed.fire([{ type: FileChangeType.Changed, uri: Uri.from({ scheme, path: "/tenant.schema.json" }) }]);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const text = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: this.edition, size: text.length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    if (uri.path !== "/tenant.schema.json")
      throw FileSystemError.FileNotFound(uri);
    const { kind } = this.server.health;
    return kind === "running" || kind === "starting" ? new TextEncoder().encode("{}") : await workspace.fs.readFile(Uri.joinPath(this.home, "out", "schemas", "tenant.schema.json"));
  }

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  readDirectory(uri: Uri): never {
    throw FileSystemError.FileNotADirectory(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }
}

/** Lets the editor read the schema of manifests, as long as nobody better judges them. */
export function serveSchema(server: Server, home: Uri): Disposable[] {
  const schema = new ManifestSchema(server, home);
  return [workspace.registerFileSystemProvider(scheme, schema, { isReadonly: true, isCaseSensitive: true }), server.onDidChangeHealth(() => schema.refresh())];
}
