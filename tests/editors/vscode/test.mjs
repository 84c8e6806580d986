// What a person does in VS Code with the extension. scripts/test-vscode says what it needs.
// Usage: node test.mjs CODE-SERVER EXTENSIONS CONNECTORLINT PICTURES
import assert from "node:assert/strict";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";
import { start, until } from "./editor.mjs";

const [codeServer, extensions, connectorlint, pictures] = process.argv.slice(2).map(path => resolve(path));
const samples = process.env.SAMPLES;
// The title bar shows the folder's name, and pictures are made of it.
const work = mkdtempSync(`${realpathSync(tmpdir())}/vscode-`);
mkdirSync(pictures, { recursive: true });

let failed = 0;
async function session(name, options, body) {
  const home = `${work}/${name}/home`;
  const folder = `${work}/${name}/mail-flow`;
  mkdirSync(folder, { recursive: true });
  // Nothing of this machine has a say in it.
  writeFileSync(`${folder}/.connectorlint.yaml`, "root: true\n");
  const ready = options.prepare?.(folder) ?? {};
  let editor;
  try {
    editor = await start({ codeServer, extensions, home, folder, ...options, ...ready });
    await body(editor, { folder, ...ready });
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}: ${error.stack}`);
    await editor?.picture(`${pictures}/fail-${name}.png`);
  }
  await editor?.close();
}

function ok(what) {
  console.log(`ok    ${what}`);
}

function script(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
}

const manifest = readFileSync(`${samples}/both-places/broken/tenant.yaml`, "utf8").split("\n").slice(2).join("\n");
const has = async (editor, id) => (await editor.problems()).some(text => text.includes(id));
const seesFinding = async editor => {
  await editor.showProblems();
  await until(() => has(editor, "CL1002"), async () => `CL1002 is not in the Problems panel: ${await editor.problems()}`);
};

await session("daily", {
  settings: { "connectorlint.path": connectorlint },
  prepare: folder => { writeFileSync(`${folder}/tenant.yaml`, manifest); },
}, async editor => {
  const { page } = editor;
  await editor.open("tenant.yaml");
  await page.locator(".squiggly-error").first().waitFor();
  await seesFinding(editor);
  ok("a squiggle, and the finding in the Problems panel");

  await until(async () => (await editor.text()).includes("needs: outbound (missing)"), "there are no inlay hints");
  ok("inlay hints say what is needed");
  await until(async () => (await editor.status().textContent()).includes("ConnectorLint"), "nothing in the status bar");
  assert.match(await editor.status().getAttribute("aria-label"), /connectorlint \d+\.\d+\.\d+, from the setting/);
  ok("the status bar says which program runs");
  await page.mouse.move(640, 790);
  await editor.picture(`${pictures}/findings.png`);

  assert.match(await editor.hover("mailboxes: b|oth"), /Where your organization's mailboxes are[^]*no connector from Office 365|no connector from Office 365[^]*Where your organization's mailboxes are/);
  await editor.picture(`${pictures}/hover.png`);
  ok("hover shows the finding and the property");
  await page.keyboard.press("Escape");

  await editor.click("mailboxes: b|oth");
  const titles = await editor.quickFixes();
  const create = titles.find(title => title.startsWith("Create the missing outbound connector"));
  assert.ok(create, `no fix creates the connector: ${titles}`);
  assert.ok(titles.some(title => title.startsWith("Explain CL1002")) && titles.some(title => title.includes("uppress")), `${titles}`);
  const focused = page.locator(".action-widget .monaco-list-row.focused");
  for (let i = 0; i < titles.length && await focused.textContent() !== create; i++)
    await page.keyboard.press("ArrowDown");
  await editor.picture(`${pictures}/quick-fix.png`);
  await page.keyboard.press("Enter");
  await until(async () => !await has(editor, "CL1002"), "the finding is not gone");
  await until(async () => /outboundConnectors:\n\s+- name: To our servers/.test(await editor.text()), async () => `the connector is not there:\n${await editor.text()}`);
  await until(async () => (await editor.text()).includes("outbound (met by 'To our servers')"), "the inlay hint still says missing");
  ok("the quick fix, by the keyboard, creates the connector; the finding is gone");

  await editor.click("connectorType: OnPremises");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Space");
  const suggestions = page.locator(".suggest-widget.visible .monaco-list-row");
  await suggestions.first().waitFor();
  await until(async () => (await suggestions.allTextContents()).some(text => text.includes("tlsSenderCertificateName")), async () => `no property is completed: ${await suggestions.allTextContents()}`);
  await page.keyboard.type("tls");
  await until(async () => (await suggestions.first().textContent()).startsWith("tlsSender"), "the list does not follow what is typed");
  await editor.picture(`${pictures}/completion.png`);
  await page.keyboard.press("Enter");
  await until(async () => /tlsSenderCertificateName: ?\n/.test(await editor.text()), async () => `the property is not written:\n${await editor.text()}`);
  ok("completion offers the properties and writes the chosen one");
  await page.keyboard.press("Escape");

  await editor.click("outboundConnectors:");
  await page.evaluate(text => navigator.clipboard.writeText(text), "New-InboundConnector -Name 'From the bank' -ConnectorType Partner -SenderDomains contosobank.com -RequireTls $true");
  await editor.run("ConnectorLint: Paste as Manifest");
  await until(async () => /- name: From the bank\n\s+connectorType: Partner/.test(await editor.text()), async () => `nothing is pasted:\n${await editor.text()}`);
  ok("a New-InboundConnector line is pasted as manifest");

  await page.locator(".markers-panel a", { hasText: "CL1023" }).first().click();
  const preview = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  await preview.locator("h1", { hasText: "CL1023" }).waitFor();
  ok("the id in the Problems panel leads to the rule's page");
  await editor.picture(`${pictures}/explain.png`);
});

await session("commands", {
  settings: { "connectorlint.path": connectorlint },
  prepare: folder => {
    cpSync(`${samples}/contoso`, folder, { recursive: true });
    writeFileSync(`${folder}/other.tenant.json`, '{ "connectorlint": 1, "tenant": [] }\n');
  },
}, async editor => {
  const { page } = editor;
  await editor.open("topology.yaml");
  await editor.run("ConnectorLint: Show the Mail-Flow Graph");
  const graph = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  await graph.locator("svg text", { hasText: "Mail flow of contoso" }).waitFor();
  assert.match(await graph.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content"), /^default-src 'none'; style-src 'nonce-[\w-]+'; form-action 'none'$/);
  assert.equal(await graph.locator("svg rect.paper").first().evaluate(rect => getComputedStyle(rect).fill), "rgb(255, 255, 255)");
  ok("the mail-flow graph, styled, under a strict content security policy");
  await editor.picture(`${pictures}/mail-flow.png`);
  await editor.run("View: Close All Editors");

  await editor.open("topology.yaml");
  await editor.run("ConnectorLint: Do I Need a Connector?");
  await page.locator(".tab", { hasText: "Do I need a connector?" }).waitFor();
  await until(async () => (await page.locator(".view-lines").allTextContents()).join("").replaceAll("\u00a0", " ").includes("Tenant contoso: do I need a connector?"), "advise says nothing");
  ok("advise answers");
  await editor.picture(`${pictures}/advise.png`);
  await editor.run("View: Close All Editors");

  await editor.open("other.tenant.json");
  let words = "";
  await until(async () => (words = await editor.hover('"tenant": [|]')).includes("CL0904"), () => `the server does not judge *.tenant.json: ${words}`);
  assert.doesNotMatch(words, /Incorrect type/);
  assert.equal((await editor.problems()).filter(text => /Incorrect type/.test(text)).length, 0);
  ok("in *.tenant.json the server speaks, and the JSON Schema does not repeat it");

  await editor.run("ConnectorLint: Lint the Workspace");
  await page.locator(".notification-toast", { hasText: /\d+ tenants: \d+ errors?, \d+ warnings?/ }).waitFor();
  ok("lint the workspace says how much was found");
  await editor.run("ConnectorLint: Restart the Language Server");
  await until(async () => /from the setting/.test(await editor.status().getAttribute("aria-label")) && await has(editor, "CL1009"), "the server does not come back");
  ok("the server can be restarted");
});

const elsewhere = `${work}/nobody`;
// VSCODE_CLI: the editor takes the environment as it is, and asks no login shell for another PATH.
const environment = (...folders) => ({ ...process.env, VSCODE_CLI: "1", PATH: [...folders, "/usr/bin", "/bin"].join(":"), HOME: elsewhere, DOTNET_CLI_HOME: elsewhere });
mkdirSync(elsewhere);

await session("missing", {
  env: environment(),
  prepare: folder => {
    writeFileSync(`${folder}/tenant.yaml`, manifest);
    writeFileSync(`${folder}/other.tenant.json`, '{ "connectorlint": 1, "tenant": [] }\n');
  },
}, async editor => {
  await editor.open("tenant.yaml");
  const toast = editor.page.locator(".notification-toast", { hasText: "The program connectorlint is not found" });
  await toast.waitFor();
  await until(async () => /not found/.test(await editor.status().getAttribute("aria-label")), "the status bar says nothing");
  await editor.picture(`${pictures}/missing.png`);
  await toast.getByRole("button", { name: "How to Install" }).click();
  await editor.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame").locator("h2", { hasText: "Install" }).waitFor();
  ok("a missing program is said to be, with what can be done");
  await editor.run("View: Close All Editors");
  await editor.open("other.tenant.json");
  await until(async () => (await editor.hover('"tenant": [|]')).includes("Incorrect type"), "the JSON Schema does not judge");
  ok("without the program the JSON Schema holds for *.tenant.json");
});

await session("untrusted", {
  trustAll: false,
  settings: { "security.workspace.trust.startupPrompt": "never" },
  prepare: folder => {
    writeFileSync(`${folder}/tenant.yaml`, manifest);
    const mark = `${work}/untrusted/was-started`;
    const theirs = script(`${folder}/theirs`, `echo "$@" >> '${mark}'; exec '${connectorlint}' "$@"`);
    mkdirSync(`${folder}/.vscode`);
    writeFileSync(`${folder}/.vscode/settings.json`, JSON.stringify({ "connectorlint.path": theirs }));
    script(`${work}/untrusted/bin/dotnet`, `echo dotnet "$@" >> '${mark}'; exit 1`);
    mkdirSync(`${folder}/.config`);
    writeFileSync(`${folder}/.config/dotnet-tools.json`, JSON.stringify({ version: 1, isRoot: true, tools: { connectorlint: { version: "0.1.0", commands: ["connectorlint"] } } }));
    return { mark, env: environment(`${work}/untrusted/bin`, dirname(connectorlint)) };
  },
}, async (editor, { mark }) => {
  await editor.open("tenant.yaml");
  await seesFinding(editor);
  assert.ok(!existsSync(mark), "a program of the untrusted workspace was started");
  ok("an untrusted workspace's setting and tool manifest start nothing; the program on PATH serves");
  await editor.run("Workspaces: Manage Workspace Trust");
  await editor.page.getByRole("button", { name: "Trust", exact: true }).click();
  await until(() => existsSync(mark) && readFileSync(mark, "utf8").includes("lsp"), "once trusted, the workspace's setting is not used");
  ok("once it is trusted, its setting holds");
});

await session("tool", {
  prepare: folder => {
    writeFileSync(`${folder}/tenant.yaml`, manifest);
    mkdirSync(`${folder}/.config`);
    writeFileSync(`${folder}/.config/dotnet-tools.json`, JSON.stringify({ version: 1, isRoot: true, tools: { connectorlint: { version: "0.1.0", commands: ["connectorlint"] } } }));
    // In the place of dotnet, which would have to restore a package.
    script(`${work}/tool/bin/dotnet`, `[ "$1 $2 $3 $4" = "tool run connectorlint --" ] || exit 9; shift 4; exec '${connectorlint}' "$@"`);
    return { env: environment(`${work}/tool/bin`) };
  },
}, async editor => {
  await editor.open("tenant.yaml");
  await seesFinding(editor);
  assert.match(await editor.status().getAttribute("aria-label"), /from .config\/dotnet-tools.json/);
  ok("the workspace's .NET tool is run");
});

rmSync(work, { recursive: true, force: true });
console.log(failed === 0 ? "test-vscode: all passed" : `test-vscode: ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
