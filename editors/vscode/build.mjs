// Makes out/: the extension as one file, the licences of what is in it, and the schemas, which are those of the repository.
import { build } from "esbuild";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

rmSync("out", { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ["src/extension.ts"],
  outfile: "out/extension.js",
  bundle: true,
  minify: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode"],
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

const packages = new Set(Object.keys(metafile.inputs).map(path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean));
writeFileSync("out/THIRD-PARTY-NOTICES.txt", [...packages].sort().map(folder => {
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name));
  return `${name} ${version}\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
}).join(`\n${"-".repeat(80)}\n\n`));

for (const name of ["tenant", "configuration", "baseline"])
  cpSync(`../../schemas/${name}.schema.json`, `out/schemas/${name}.schema.json`);
cpSync("../../LICENSE", "LICENSE");
