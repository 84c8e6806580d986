// Makes out/: the extension as one file, and the schemas, which are those of the repository.
import { build } from "esbuild";
import { cpSync, rmSync } from "node:fs";

rmSync("out", { recursive: true, force: true });
await build({
  entryPoints: ["src/extension.ts"],
  outfile: "out/extension.js",
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode"],
  legalComments: "none",
  logLevel: "warning",
});
for (const name of ["tenant", "configuration", "baseline"])
  cpSync(`../../schemas/${name}.schema.json`, `out/schemas/${name}.schema.json`);
cpSync("../../LICENSE", "LICENSE");
