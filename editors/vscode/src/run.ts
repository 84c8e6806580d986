import { execFile } from "node:child_process";
import type { Program } from "./program";

/** What a run of the program gave. */
export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs connectorlint once, without a shell. */
export function run(program: Program, args: readonly string[]): Promise<Result> {
  return new Promise(done => {
    const options = { cwd: program.cwd, encoding: "utf8", timeout: 60_000, maxBuffer: 64 * 1024 * 1024, windowsHide: true } as const;
    execFile(program.command, [...program.prefix, ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      done({ code, stdout, stderr: code === -1 && !stderr ? String(error?.message) : stderr });
    });
  });
}

/** The last line of what the program complained of. */
export function complaint(result: Result): string {
  const lines = result.stderr.trim().split("\n");
  return lines[lines.length - 1]?.replace(/^connectorlint: /, "") || `connectorlint ended with exit code ${result.code}`;
}
