// Writes the samples as one file for the page's gallery: node playground-samples.mjs SAMPLES-FOLDER OUTPUT
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, output] = process.argv.slice(2);
const titles = {
  "standalone-eop": "Protection alone, mailboxes on your own servers", "both-places": "Mailboxes in both places", printers: "Printers and applications", partners: "Partners and what is wanted of them",
  contoso: "Contoso: a topology, an export and a manifest", deployment: "A deployment: exports and DSC beside a topology",
};
const filesOf = path => readdirSync(path, { withFileTypes: true }).filter(file => file.isFile() && /\.(ya?ml|json)$/.test(file.name)).map(file => ({ path: file.name, text: readFileSync(join(path, file.name), "utf8") }));
const samples = Object.entries(titles).map(([name, title]) => ({ name, title, files: filesOf(join(folder, name)), broken: existsSync(join(folder, name, "broken")) ? filesOf(join(folder, name, "broken")) : [] }));
const changes = readdirSync(join(folder, "changes")).sort().map(name => {
  const words = name.replace(/^\d+-/, "").replace(/-/g, " ").replace(/\btls\b/, "TLS");
  return { name, title: words[0].toUpperCase() + words.slice(1), before: readFileSync(join(folder, "changes", name, "old.yaml"), "utf8"), after: readFileSync(join(folder, "changes", name, "new.yaml"), "utf8") };
});
writeFileSync(output, JSON.stringify({ samples, changes }));
