import { window, workspace } from "vscode";
import type { Program } from "./program";
import { complaint, run } from "./run";

/** A tenant, and the paths it is read from. */
export interface TenantChoice {
  readonly tenant: string;
  readonly paths: readonly string[];
}

/** The tenant of the file that is edited; without one, or when it is no tenant's, one of the workspace. */
export async function chooseTenant(program: Program): Promise<TenantChoice | undefined> {
  const document = window.activeTextEditor?.document;
  const file = document?.uri.scheme === "file" ? [document.uri.fsPath] : [];
  const folders = workspace.workspaceFolders?.filter(folder => folder.uri.scheme === "file").map(folder => folder.uri.fsPath) ?? [];
  for (const paths of [file, folders].filter(list => list.length > 0)) {
    const names = await tenantsOf(program, paths);
    const tenant = names.length > 1 ? await window.showQuickPick(names, { title: "Which tenant?" }) : names[0];
    if (tenant !== undefined)
      return { tenant, paths };
    if (names.length > 1)
      return undefined;
  }
  void window.showInformationMessage("ConnectorLint: there is no tenant here. A file is a tenant's when its root has connectorlint: 1, or when it deploys connectors.");
  return undefined;
}

async function tenantsOf(program: Program, paths: readonly string[]): Promise<string[]> {
  const result = await run(program, ["--format", "json", ...paths]);
  try {
    return (JSON.parse(result.stdout) as { tenants: { name: string }[] }).tenants.map(tenant => tenant.name);
  } catch {
    if (result.code > 2 || result.code < 0)
      throw new Error(complaint(result));
    return [];
  }
}
