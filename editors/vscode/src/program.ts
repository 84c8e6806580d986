import { access, constants, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import { workspace } from "vscode";
import { run } from "./run";

/** A connectorlint that answers. */
export interface Program {
  readonly command: string;
  /** What stands before connectorlint's own arguments. */
  readonly prefix: readonly string[];
  readonly cwd: string | undefined;
  readonly version: string;
  /** Where it was found, in words. */
  readonly origin: string;
}

/** Why there is no program, and what can be done. */
export class ProgramMissing extends Error {
  constructor(message: string, readonly remedy: "install" | "setting" | "restore") {
    super(message);
  }
}

type Candidate = Omit<Program, "version">;

/**
 * Finds connectorlint: what the setting names, else the workspace's .NET tool, else what PATH has.
 *
 * VS Code leaves out the settings of a workspace that is not trusted (package.json, restrictedConfigurations);
 * its tool manifest is left out here, for it names a program just as well.
 */
export async function findProgram(): Promise<Program> {
  const folder = workspace.workspaceFolders?.find(one => one.uri.scheme === "file")?.uri.fsPath;
  const setting = workspace.getConfiguration("connectorlint").get<string>("path", "").trim();
  if (setting)
    return versioned(await fromSetting(setting, folder));
  const candidate = (workspace.isTrusted ? await fromToolManifest() : undefined) ?? await fromPath("connectorlint", folder);
  if (!candidate)
    throw new ProgramMissing("The program connectorlint is not found: the setting connectorlint.path is empty, and neither a .NET tool manifest of the workspace nor PATH has it.", "install");
  return versioned(candidate);
}

async function fromSetting(setting: string, folder: string | undefined): Promise<Candidate> {
  const home = setting.startsWith("~/") || setting.startsWith("~\\") ? join(homedir(), setting.slice(2)) : setting;
  if (!isAbsolute(home) && !folder)
    throw new ProgramMissing(`The setting connectorlint.path, '${setting}', is relative, and no folder is open.`, "setting");
  const command = isAbsolute(home) ? home : resolve(folder!, home);
  if (!await isProgram(command))
    throw new ProgramMissing(`The setting connectorlint.path names '${command}', which is no program.`, "setting");
  return { command, prefix: [], cwd: folder, origin: "the setting connectorlint.path" };
}

async function fromToolManifest(): Promise<Candidate | undefined> {
  for (const { uri } of workspace.workspaceFolders?.filter(one => one.uri.scheme === "file") ?? []) {
    for (const name of [".config/dotnet-tools.json", "dotnet-tools.json"]) {
      if (!await namesConnectorLint(join(uri.fsPath, name)))
        continue;
      const dotnet = await fromPath("dotnet", uri.fsPath);
      if (!dotnet)
        throw new ProgramMissing(`${name} has the tool connectorlint, but PATH has no dotnet to run it.`, "install");
      return { command: dotnet.command, prefix: ["tool", "run", "connectorlint", "--"], cwd: uri.fsPath, origin: name };
    }
  }
  return undefined;
}

async function namesConnectorLint(manifest: string): Promise<boolean> {
  try {
    const { tools } = JSON.parse(await readFile(manifest, "utf8")) as { tools?: Record<string, { commands?: string[] }> };
    return Object.values(tools ?? {}).some(tool => tool.commands?.includes("connectorlint"));
  } catch {
    // None, or none that dotnet would understand.
    return false;
  }
}

// Looked up here and not by the system: on Windows that would prefer a file of that name in the workspace.
async function fromPath(name: string, cwd: string | undefined): Promise<Candidate | undefined> {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(isAbsolute);
  // Where global .NET tools are put; editors that are started from a menu often lack it.
  for (const folder of [...folders, join(homedir(), ".dotnet", "tools")]) {
    const command = join(folder, file);
    if (await isProgram(command))
      return { command, prefix: [], cwd, origin: folder };
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function versioned(candidate: Candidate): Promise<Program> {
  const result = await run({ ...candidate, version: "" }, ["--version"]);
  const version = /\d+\.\d+\.\d+\S*/.exec(result.stdout)?.[0];
  if (result.code === 0 && version)
    return { ...candidate, version };
  const said = (result.stderr || result.stdout).trim().split("\n")[0];
  if (candidate.prefix.length > 0)
    throw new ProgramMissing(`${candidate.origin} has the tool connectorlint, but it can't be run: ${said}`, "restore");
  throw new ProgramMissing(`'${candidate.command}' (from ${candidate.origin}) is no connectorlint that can be run: ${said || `exit code ${result.code}`}`, "setting");
}
