// Prints the bill of materials (CycloneDX 1.6) of a release: what is in the native binary and the .NET tool, by the lock files, and what npm brings to the page.
//   node scripts/bill-of-materials.mjs VERSION
import { readFileSync } from 'node:fs';

const [version] = process.argv.slice(2);
const components = new Map();
const add = component => components.set(component.purl, { type: 'library', 'bom-ref': component.purl, ...component });

// Of a lock file's graphs one is for any platform and one for linux-x64; projects of this repository are no packages. The copy of YamlDotNet is made at build time.
const lock = path => Object.values(JSON.parse(readFileSync(path, 'utf8')).dependencies).flatMap(Object.entries).filter(([, { contentHash }]) => contentHash);
const buildOnly = new Set(['MinVer', 'Microsoft.NET.ILLink.Tasks', 'Microsoft.DotNet.ILCompiler', 'Mono.Cecil']);
for (const [name, { resolved, contentHash }] of [...lock('src/ConnectorLint.Cli/packages.linux-x64.lock.json'), ...lock('build/YamlDotNetRewriter/packages.lock.json')]) {
  if (!buildOnly.has(name))
    add({ name, version: resolved, purl: `pkg:nuget/${name}@${resolved}`, hashes: [{ alg: 'SHA-512', content: Buffer.from(contentHash, 'base64').toString('hex') }] });
}

const page = JSON.parse(readFileSync('src/ConnectorLint.Playground/page/package-lock.json', 'utf8')).packages;
for (const [path, { version: resolved, dev, integrity }] of Object.entries(page)) {
  const name = path.replace(/^.*node_modules\//, '');
  if (path !== '' && !dev)
    add({ name, version: resolved, purl: `pkg:npm/${name.replace('@', '%40')}@${resolved}`, ...(integrity ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex') }] } : {}) });
}

const product = { type: 'application', 'bom-ref': 'connectorlint', name: 'connectorlint', version, licenses: [{ license: { id: 'MIT' } }] };
console.log(JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: product },
  components: [...components.values()].sort((a, b) => a.purl < b.purl ? -1 : 1),
  dependencies: [{ ref: product['bom-ref'], dependsOn: [...components.keys()].sort() }],
}, null, 2));
