// Usage: node page.mjs connectorlint.dll PAGE-FOLDER WORK-FOLDER, from the repository's root. See scripts/test-playground.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const [dll, folder, work] = process.argv.slice(2).map(path => resolve(path));
const pictures = `${work}/pictures`;
mkdirSync(pictures, { recursive: true });
const scratch = mkdtempSync(`${tmpdir()}/connectorlint-page-`);
const advise = (text, ...options) => {
  writeFileSync(`${scratch}/tenant.yaml`, text);
  return execFileSync("dotnet", [dll, "advise", `${scratch}/tenant.yaml`, ...options], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
};

// A sub-path, as on a file share.
const server = spawn("node", ["scripts/playground-server.mjs", folder, "0", "/deep/er/"], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise(found => server.stdout.once("data", data => found(String(data).trim())));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

let failed = 0;
const only = process.env.ONLY;
const test = async (name, body, options = {}) => {
  if (only && !name.includes(only)) return;
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
  const page = await context.newPage();
  const trouble = [];
  page.on("console", message => ["error", "warning"].includes(message.type()) && trouble.push(message.text()));
  page.on("pageerror", error => trouble.push(String(error)));
  page.on("request", request => request.url().startsWith(address) || /^(blob|data):/.test(request.url()) || trouble.push(`request ${request.url()}`));
  try {
    await open(page, options.fragment ?? "");
    await body(page, context);
    assert.deepEqual(trouble, []);
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n${error.stack}\n${trouble.join("\n")}`);
    await page.screenshot({ path: `${pictures}/failed-${failed}.png` });
  }
  await context.close();
};
const open = async (page, fragment = "") => {
  await page.goto(`${address}${fragment}`);
  await page.locator("body[data-ready]").waitFor({ timeout: 60_000 });
  await settled(page);
};
const settled = page => page.evaluate(async () => { await new Promise(requestAnimationFrame); await connectorlint.settled(); });
const text = page => page.evaluate(() => connectorlint.editor.text());
const write = async (page, value) => {
  await page.evaluate(value => connectorlint.editor.edit([{ start: 0, end: connectorlint.editor.text().length, text: value }]), value);
  await settled(page);
};
const show = async (page, tab) => { await page.locator(`[data-show=${tab}]`).click(); await settled(page); };
const question = (page, key) => page.locator(`[data-question=${key}]`);
const pick = async (page, key, label) => { await question(page, key).getByText(label, { exact: false }).first().click(); await settled(page); };
const select = async (page, key, field, value, item = 0) => { await question(page, key).locator(`[data-key="${field}"] select`).nth(item).selectOption(value); await settled(page); };
const fill = async (page, key, field, value, item = 0) => { await question(page, key).locator(`[data-key="${field}"] input`).nth(item).fill(value); await settled(page); };
// The pointer comes and rests, and comes again: what it pointed at may have been drawn anew meanwhile.
const rest = async (page, place, shown) => {
  for (let i = 0; i < 20; i++) {
    const { width } = await place.boundingBox();
    await place.hover({ position: { x: width - 8 - i % 3, y: 6 } });
    if (await page.locator(`.cm-tooltip ${shown}`).first().waitFor({ timeout: 1500 }).then(() => true, () => false)) return;
  }
  assert.fail(`no ${shown} beside the pointer`);
};
const add = async (page, key) => { await question(page, key).locator(".add").click(); await settled(page); };

// Every word of the table stands in the answer of the command line for the same text, and every line of that in the table.
const squeeze = value => value.replace(/\s+/g, " ").trim();
const compare = async page => {
  const said = squeeze(advise(await text(page)));
  const rows = await page.locator("#verdicts tbody tr").evaluateAll(rows => rows.map(row => ({
    title: row.querySelector("th").firstChild.textContent,
    ways: [...row.querySelectorAll(".way")].map(way => ({ label: way.querySelector(".label").textContent, verdict: way.querySelector(".verdict").textContent, ends: way.querySelector(".ends")?.textContent ?? "", status: way.querySelector(".status")?.textContent ?? "" })),
    why: [...row.querySelectorAll("td:nth-child(3) p:not(.sources, .also)")].map(p => p.textContent),
  })));
  assert.ok(rows.length > 0, "no row");
  for (const row of rows) {
    assert.ok(said.includes(row.title), row.title);
    for (const way of row.ways)
      assert.ok(said.includes(squeeze(`${way.label} ${way.verdict} ${way.ends} ${way.status}`)), `${JSON.stringify(way)} in\n${said}`);
    for (const why of row.why)
      assert.ok(said.includes(squeeze(`Why: ${why}`)), why);
  }
  assert.equal((said.match(/Source: /g) ?? []).length, rows.length);
  assert.equal(await page.locator("#script").textContent(), advise(await text(page), "--as", "yaml"));
  await page.locator("#language").selectOption("powerShell");
  assert.equal(await page.locator("#script").textContent(), advise(await text(page), "--as", "powershell"));
  await page.locator("#language").selectOption("yaml");
  return rows;
};

await test("row 1: protection alone for your own servers", async page => {
  await pick(page, "subscription", "Exchange Online Protection alone");
  await pick(page, "mailboxes", "All on your own email servers");
  await select(page, "onPremises", "server", "exchange2010OrLater");
  await fill(page, "onPremises", "smtpHosts", "mail.contoso.com");
  await fill(page, "onPremises", "certificateNames", "contoso.com");
  const rows = await compare(page);
  assert.ok(rows.some(row => row.ways.every(way => way.verdict === "required")));
});
await test("row 2: mailboxes in both places", async page => {
  await pick(page, "mailboxes", "Some in Microsoft 365");
  await select(page, "onPremises", "server", "exchange2010OrLater");
  await fill(page, "onPremises", "smtpHosts", "mail.contoso.com");
  await fill(page, "onPremises", "publicIPs", "203.0.113.10");
  await select(page, "hybrid", "hybrid", "none");
  const rows = await compare(page);
  assert.ok(rows.some(row => row.ways.every(way => way.verdict === "required")));
  await page.screenshot({ path: `${pictures}/answer.png`, fullPage: true });
});
await test("row 3: printers that relay", async page => {
  await add(page, "devices");
  await fill(page, "devices", "name", "Lobby printer");
  await select(page, "devices", "method", "smtpRelay");
  await select(page, "devices", "recipients", "external");
  await fill(page, "devices", "ip", "198.51.100.7");
  await select(page, "devices", "ipKind", "static");
  const rows = await compare(page);
  assert.equal(rows[0].ways[0].verdict, "required");
  assert.match(await page.locator("#script").textContent(), /198\.51\.100\.7/);
});
await test("row 4: a partner with restrictions", async page => {
  await add(page, "partners");
  await fill(page, "partners", "name", "Contoso Bank");
  await fill(page, "partners", "domains", "contosobank.com");
  await select(page, "partners", "inbound.requireTls", "true");
  await fill(page, "partners", "inbound.certificateName", "*.contosobank.com");
  await select(page, "partners", "outbound.requireTls", "true");
  const rows = await compare(page);
  assert.ok(rows[0].ways.every(way => way.verdict === "required"));
  await question(page, "partners").getByText("Remove").click();
  await settled(page);
  assert.doesNotMatch(await text(page), /partners/);
});
await test("what is typed in the manifest shows in the questions, and comments and unknown settings stay", async page => {
  await write(page, "# mine\nconnectorlint: 1\ntenant: t\ntopology:\n  subscription: exchangeOnline # bought\n  mailboxes: cloud\n  devices:\n    - name: Scanner\n      hostedByThirdParty: true\n      method: directSend\n  ipAllowList: [192.0.2.1]\n");
  assert.equal(await question(page, "devices").locator("[data-key=name] input").inputValue(), "Scanner");
  assert.equal(await question(page, "devices").locator("[data-key=method] select").inputValue(), "directSend");
  await select(page, "devices", "recipients", "internal");
  await pick(page, "mailboxes", "All on your own email servers");
  const after = await text(page);
  for (const kept of ["# mine", "# bought", "hostedByThirdParty: true", "recipients: internal", "mailboxes: onPremises", "ipAllowList: [192.0.2.1]"])
    assert.ok(after.includes(kept), `${kept} in\n${after}`);
  await write(page, "connectorlint: 1\n  x: [");
  assert.match(await page.locator("#questions-fault").textContent(), /can't be read/);
  await write(page, "");
  await pick(page, "mailboxes", "All in Microsoft 365");
  assert.match(await text(page), /^connectorlint: 1\ntenant: contoso\ntopology:\n  mailboxes: cloud\n$/);
});
await test("a mistake is underlined, explained beside the pointer and fixed", async page => {
  await show(page, "lint");
  await write(page, readFileSync("samples/printers/tenant.yaml", "utf8"));
  assert.equal(await page.locator(".cm-lintRange-error").count(), 0);
  await page.evaluate(() => { const at = connectorlint.editor.text().indexOf("senderIPAddresses"); connectorlint.editor.go(at + 9, at + 10); });
  await page.keyboard.press("Delete");
  await settled(page);
  const squiggle = page.locator(".cm-lintRange-warning").first();
  await squiggle.waitFor();
  await rest(page, squiggle, ".cm-diagnosticAction");
  const fix = page.locator(".cm-tooltip .cm-diagnosticAction", { hasNotText: "Suppress" }).first();
  await fix.waitFor();
  await page.screenshot({ path: `${pictures}/lint.png` });
  await fix.click();
  await settled(page);
  assert.equal(await text(page), readFileSync("samples/printers/tenant.yaml", "utf8"));
  assert.equal(await page.locator(".cm-lintRange-warning").count(), 0);
});
await test("hover, completion, the menu of fixes and the page of a rule", async page => {
  await show(page, "lint");
  await write(page, readFileSync("samples/printers/broken/tenant.yaml", "utf8"));
  await rest(page, page.locator(".cm-line", { hasText: "mailboxes:" }).locator("span", { hasText: "mailboxes" }).first(), ".hover");
  assert.match(await page.locator(".cm-tooltip .hover").textContent(), /Where your organization's mailboxes are/);
  await page.mouse.move(5, 5);
  await page.evaluate(() => { const end = connectorlint.editor.text().length; connectorlint.editor.edit([{ start: end, end, text: "    t" }]); connectorlint.editor.go(end + 5, end + 5); });
  await page.keyboard.press("Control+Space");
  await page.locator(".cm-tooltip-autocomplete li").first().waitFor();
  await page.keyboard.press("Escape");
  await write(page, readFileSync("samples/printers/broken/tenant.yaml", "utf8"));
  await page.locator("#list .finding").first().click();
  await page.keyboard.press("Control+.");
  await page.locator(".actions button").first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator("#list .related button").first().click();
  await page.locator("#rule-text h3").first().waitFor();
});
await test("a text that is shared opens elsewhere, and nothing of the other's is lost", async (page, context) => {
  await write(page, "connectorlint: 1\ntenant: shared-😀\ntopology: {mailboxes: cloud}\n");
  await page.locator("#share").click();
  await page.locator("#shared-state", { hasText: "character" }).waitFor();
  const link = await page.locator("#link").inputValue();
  await page.keyboard.press("Escape");
  await write(page, "connectorlint: 1\ntenant: mine\n");
  await page.waitForFunction(() => localStorage.getItem("connectorlint.page").includes("tenant: mine"));
  const other = await context.newPage();
  await open(other, link.slice(address.length));
  assert.match(await text(other), /shared-😀/);
  assert.equal(new URL(other.url()).hash, "");
  await other.locator("#restore").click();
  await settled(other);
  await other.waitForFunction(() => localStorage.getItem("connectorlint.page").includes("tenant: mine"));
  assert.match(await text(other), /tenant: mine/);
  for (const bad of ["#s=AAAA", "#s=%%%", "#x"]) {
    const damaged = await context.newPage();
    await open(damaged, bad);
    assert.match(await damaged.locator("#notice").textContent(), /link/);
    assert.match(await text(damaged), /tenant: mine/);
    await damaged.close();
  }
});
await test("files: an export, a binary one, several at once", async page => {
  const picker = page.locator("#files");
  await picker.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from([137, 80, 78, 71, 0, 0, 0, 1]) });
  await page.locator("#notice", { hasText: "photo.png is no text" }).waitFor();
  assert.match(await text(page), /tenant: contoso/);
  await picker.setInputFiles(["samples/contoso/topology.yaml", "samples/contoso/inbound.json", "samples/contoso/outbound.yaml"]);
  await page.locator("#notice", { hasText: "Opened 3 files" }).waitFor();
  await settled(page);
  assert.equal(await page.locator("#file option").count(), 3);
  await page.locator("#restore").click();
  await settled(page);
  assert.match(await text(page), /tenant: contoso/);
});
await test("the picture and a trace", async page => {
  await write(page, readFileSync("samples/partners/tenant.yaml", "utf8"));
  await show(page, "see");
  await page.locator("#picture > svg").waitFor();
  await page.locator("#trace [name=from]").fill("ann@contosobank.com");
  await page.locator("#trace [name=to]").fill("bob@contoso.com");
  await page.locator("#trace [name=tls]").selectOption("no");
  await page.locator("#trace button").click();
  await page.locator(".outcome").waitFor();
  assert.match(await page.locator(".outcome").textContent(), /rejected/);
  await page.screenshot({ path: `${pictures}/see.png`, fullPage: true });
});
await test("narrow and dark", async page => {
  await add(page, "devices");
  await select(page, "devices", "method", "smtpRelay");
  await page.screenshot({ path: `${pictures}/narrow.png`, fullPage: true });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the screen");
  await show(page, "lint");
  await page.screenshot({ path: `${pictures}/narrow-lint.png`, fullPage: true });
}, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
await test("every control has a name", async page => {
  await add(page, "devices");
  await add(page, "partners");
  const nameless = await page.evaluate(() => [...document.querySelectorAll("button, input, select, [role=textbox]")].filter(one => one.offsetParent !== null && !one.textContent.trim() && !one.getAttribute("aria-label") && !one.labels?.length).map(one => one.outerHTML));
  assert.deepEqual(nameless, []);
});
await test("a paste of 20 MB is refused in words and loses nothing", async page => {
  await page.evaluate(() => { const end = connectorlint.editor.text().length; connectorlint.editor.edit([{ start: end, end, text: "# x\n".repeat(5_000_000) }]); });
  await page.locator("#notice", { hasText: "million" }).waitFor({ timeout: 60_000 });
  await page.reload();
  await page.locator("body[data-ready]").waitFor({ timeout: 60_000 });
  assert.match(await text(page), /tenant: contoso/);
});
await test("figures", async page => {
  const lines = ["connectorlint: 1", "tenant: many", "topology:", "  subscription: exchangeOnline", "  mailboxes: cloud", "  acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]", "inboundConnectors:",
    ...Array.from({ length: 198 }, (_, i) => `  - name: In ${i}\n    connectorType: Partner\n    senderDomains: [p${i}.example]\n    requireTls: true\n    restrictDomainsToIPAddresses: false`)];
  await show(page, "lint");
  await write(page, lines.join("\n") + "\n");
  await page.evaluate(() => { const at = connectorlint.editor.text().indexOf("requireTls: true", 3000); connectorlint.editor.go(at + 12, at + 12); connectorlint.figures.keystroke.length = 0; });
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press(i % 2 === 0 ? "x" : "Backspace");
    await settled(page);
  }
  const { keystroke, change } = await page.evaluate(() => ({ keystroke: connectorlint.figures.keystroke.slice(4).sort((a, b) => a - b), change: connectorlint.took.Change }));
  const ready = await page.evaluate(() => document.body.dataset.ready);
  const size = (path = folder) => readdirSync(path, { withFileTypes: true }).reduce((sum, one) => sum + (one.isDirectory() ? size(join(path, one.name)) : gzipSync(readFileSync(join(path, one.name)), { level: 9 }).length), 0);
  // What the page's process holds of its own, the engine's memory included.
  const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
  const memory = Math.max(...processInfo.filter(one => one.type === "renderer").map(one => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${one.id}/status`, "utf8"))[1]) / 1024));
  console.log(`      ready ${ready} ms, all files ${(size() / 1e6).toFixed(2)} MB gzip, keystroke on ${lines.join("\n").split("\n").length} lines median ${keystroke[keystroke.length >> 1]?.toFixed(0)} ms (engine ${change.toFixed(0)} ms), memory ${memory.toFixed(0)} MiB`);
});

await browser.close();
server.kill();
rmSync(scratch, { recursive: true });
console.log(failed === 0 ? "All passed" : `${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
