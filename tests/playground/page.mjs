// Usage: node page.mjs connectorlint.dll PAGE-FOLDER WORK-FOLDER, from the repository's root. See scripts/test-playground.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:http";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const [dll, folder, work] = process.argv.slice(2).map(path => resolve(path));
const pictures = `${work}/pictures`;
// KEEP_PICTURES=1 renews these in the repository.
const keptPictures = ["answer", "lint", "see-dark", "compare", "gallery", "narrow-answer", "printed"];
mkdirSync(pictures, { recursive: true });
const scratch = mkdtempSync(`${tmpdir()}/connectorlint-page-`);
const advise = (text, ...options) => {
  writeFileSync(`${scratch}/tenant.yaml`, text);
  return execFileSync("dotnet", [dll, "advise", `${scratch}/tenant.yaml`, ...options], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
};

// A sub-path, as on a file share.
const serve = async prefix => {
  const server = spawn("node", ["scripts/playground-server.mjs", folder, "0", prefix], { stdio: ["ignore", "pipe", "inherit"] });
  return { server, address: await new Promise(found => server.stdout.once("data", data => found(String(data).trim()))) };
};
const { server, address } = await serve("/deep/er/");
const axe = readFileSync(`${work}/node_modules/axe-core/axe.min.js`, "utf8");
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
    if (!options.isClosed) await open(page);
    await body(page, context);
    if (!options.isNoisy) assert.deepEqual(trouble, []);
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n${error.stack}\n${trouble.join("\n")}`);
    await page.screenshot({ path: `${work}/failed-${failed}.png` });
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
const question = (page, key) => page.locator(`[data-question="${key}"]`);
const pick = async (page, key, label) => { await question(page, key).getByLabel(label, { exact: true }).click(); await settled(page); };
const choose = async (page, key, value) => { await question(page, key).locator("select").selectOption(value); await settled(page); };
const type = async (page, key, value) => { await question(page, key).locator("input").fill(value); await question(page, key).locator("input").press("Enter"); await settled(page); };
// The pointer comes and rests, and comes again: what it pointed at may have been drawn anew meanwhile.
const rest = async (page, place, shown) => {
  for (let i = 0; i < 20; i++) {
    const { width } = await place.boundingBox();
    await place.hover({ position: { x: width - 8 - i % 3, y: 6 } });
    if (await page.locator(`.cm-tooltip ${shown}`).first().waitFor({ timeout: 1500 }).then(() => true, () => false)) return;
  }
  assert.fail(`no ${shown} beside the pointer`);
};
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
  // No command prints this one: what is proposed is in it, by name.
  await page.locator("#language").selectOption("dsc");
  const dsc = await page.locator("#script").textContent();
  for (const [, name] of advise(await text(page), "--as", "yaml").matchAll(/^ {2}- name: "?([^"\n]+)"?$/gm))
    assert.ok(dsc.includes(name), `${name} in\n${dsc}`);
  await page.locator("#language").selectOption("yaml");
  return rows;
};

await test("row 1: protection alone for your own servers", async page => {
  await pick(page, "subscription", "Exchange Online Protection alone");
  assert.equal(await question(page, "mailboxes").count(), 0);
  await pick(page, "server", "Exchange 2010 or later");
  await type(page, "smtpHosts", "mail.contoso.com");
  await type(page, "certificateNames", "contoso.com");
  const rows = await compare(page);
  assert.ok(rows.some(row => row.ways.every(way => way.verdict === "required")));
});
await test("row 2: mailboxes in both places", async page => {
  await pick(page, "mailboxes", "some here, some there");
  await pick(page, "server", "Exchange 2010 or later");
  await type(page, "smtpHosts", "mail.contoso.com");
  await type(page, "publicIPs", "203.0.113.10");
  await choose(page, "hybrid", "none");
  const rows = await compare(page);
  assert.ok(rows.some(row => row.ways.every(way => way.verdict === "required")));
  await page.screenshot({ path: `${pictures}/answer.png`, fullPage: true });
});
await test("row 3: printers that relay", async page => {
  await type(page, "devices", "Lobby printer");
  await choose(page, "device:Lobby printer/method", "smtpRelay");
  await choose(page, "device:Lobby printer/recipients", "external");
  await type(page, "device:Lobby printer/ip", "198.51.100.7");
  await choose(page, "device:Lobby printer/ipKind", "static");
  const rows = await compare(page);
  assert.equal(rows[0].ways[0].verdict, "required");
  assert.match(await page.locator("#script").textContent(), /198\.51\.100\.7/);
  // Another name is no other device; one more is.
  await type(page, "devices", "Hall printer");
  assert.match(await text(page), /name: Hall printer, method: smtpRelay, recipients: external, ip: 198\.51\.100\.7, ipKind: static/);
  await type(page, "devices", "Hall printer, Scanner");
  await pick(page, "device:Scanner/method", "direct send: to your MX host").catch(() => choose(page, "device:Scanner/method", "directSend"));
  assert.match(await text(page), /name: Scanner, method: directSend/);
  await type(page, "devices", "Scanner");
  assert.doesNotMatch(await text(page), /Hall printer/);
});
await test("row 4: a partner with restrictions", async page => {
  await type(page, "partners", "Contoso Bank");
  await type(page, "partner:Contoso Bank/domains", "contosobank.com");
  await pick(page, "partner:Contoso Bank/inbound", "TLS");
  await pick(page, "partner:Contoso Bank/inbound", "a certificate of theirs");
  await type(page, "partner:Contoso Bank/certificateName", "*.contosobank.com");
  await pick(page, "partner:Contoso Bank/outbound", "TLS");
  const rows = await compare(page);
  assert.ok(rows[0].ways.every(way => way.verdict === "required"));
  await page.screenshot({ path: `${pictures}/partner.png`, fullPage: true });
  await pick(page, "partner:Contoso Bank/inbound", "a certificate of theirs");
  assert.doesNotMatch(await text(page), /certificateName/);
  await type(page, "partners", "");
  assert.doesNotMatch(await text(page), /partners/);
});
await test("an answer that can't be is refused at its place, and the others stay", async page => {
  await pick(page, "mailboxes", "some here, some there");
  await pick(page, "server", "not from Microsoft");
  const before = await text(page);
  await type(page, "publicIPs", "203.0.113.300");
  assert.match(await question(page, "publicIPs").locator(".fault").textContent(), /203\.0\.113\.300/);
  assert.equal(await text(page), before);
  await type(page, "publicIPs", "203.0.113.30");
  assert.equal(await question(page, "publicIPs").locator(".fault").isVisible(), false);
  assert.match(await text(page), /publicIPs: \[203\.0\.113\.30\]/);
  assert.ok(await page.locator("#form .question").count() <= 8);
});
await test("what is typed in the manifest shows in the questions, and comments and unknown settings stay", async page => {
  await write(page, "# mine\nconnectorlint: 1\ntenant: t\ntopology:\n  subscription: exchangeOnline # bought\n  mailboxes: cloud\n  devices:\n    - name: Scanner\n      hostedByThirdParty: true\n      method: directSend\n  ipAllowList: [192.0.2.1]\n");
  assert.equal(await question(page, "devices").locator("input").inputValue(), "Scanner");
  assert.equal(await question(page, "device:Scanner/method").locator("select").inputValue(), "directSend");
  await choose(page, "device:Scanner/recipients", "internal");
  await pick(page, "mailboxes", "on your own email servers");
  const after = await text(page);
  for (const kept of ["# mine", "# bought", "hostedByThirdParty: true", "recipients: internal", "mailboxes: onPremises", "ipAllowList: [192.0.2.1]"])
    assert.ok(after.includes(kept), `${kept} in\n${after}`);
  await write(page, "connectorlint: 1\n  x: [");
  assert.match(await page.locator("#questions-fault").textContent(), /can't be read/);
  await write(page, "");
  await pick(page, "mailboxes", "all in Exchange Online");
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
await test("a folder that is dropped opens whole; a file of another format too", async (page, context) => {
  const cdp = await context.newCDPSession(page);
  const drop = async path => {
    const data = { items: [], files: [resolve(path)], dragOperationsMask: 1 };
    for (const kind of ["dragEnter", "dragOver", "drop"])
      await cdp.send("Input.dispatchDragEvent", { type: kind, x: 600, y: 500, data });
  };
  await drop("samples/deployment");
  await page.locator("#notice", { hasText: "Opened" }).waitFor();
  await settled(page);
  assert.ok(await page.locator("#file option").count() >= 6);
  await drop("samples/deployment/Get-InboundConnector.json");
  await page.locator("#notice", { hasText: "Opened Get-InboundConnector.json" }).waitFor();
  await settled(page);
  assert.notEqual(await page.locator("#format").textContent(), "");
  // An export has no comments: what is suppressed goes into a file that is made for it.
  await write(page, (await text(page)).replace(/"RequireTls": true/g, '"RequireTls": false'));
  await page.locator("#list .finding").first().click();
  await page.keyboard.press("Control+.");
  await page.locator(".actions button", { hasText: "in the configuration" }).first().click();
  await settled(page);
  assert.deepEqual(await page.locator("#file option").allTextContents(), ["Get-InboundConnector.json", ".connectorlint.yaml"]);
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
await test("what a change does to mail is said as the command line says it", async page => {
  const samples = readdirSync("samples/changes").sort();
  await show(page, "gallery");
  for (const [i, name] of samples.entries()) {
    await page.locator(`a[href="#change=${name}"]`).click();
    await page.locator("body[data-tab=compare]").waitFor();
    await settled(page);
    const said = squeeze(execFileSync("dotnet", [dll, "diff", `samples/changes/${name}/old.yaml`, `samples/changes/${name}/new.yaml`], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    for (const words of [await page.locator("#compared .outcome").textContent(), ...await page.locator("#compared .changes li > p:first-child").allTextContents(), ...await page.locator("#compared code").allTextContents()])
      assert.ok(said.includes(squeeze(words)), `${words} in\n${said}`);
    if (i === 2) await page.screenshot({ path: `${pictures}/compare.png`, fullPage: true });
    await show(page, "gallery");
  }
  await show(page, "compare");
  await page.locator("#compared button").first().click();
  await page.locator("#traced .outcome").waitFor();
  assert.equal(await page.locator("body").getAttribute("data-tab"), "see");
  await show(page, "compare");
  await page.locator("#take").click();
  await settled(page);
  assert.match(await page.locator("#compared .outcome").textContent(), /Proved equivalent/);
});
await test("the gallery: samples, rules, examples", async page => {
  await show(page, "gallery");
  await page.locator("#rules li").first().waitFor();
  await page.screenshot({ path: `${pictures}/gallery.png` });
  await page.locator("#filter").fill("missing-onprem-inbound");
  assert.equal(await page.locator("#rules li:visible").count(), 1);
  await page.locator("#rules li:visible a").click();
  await page.locator("#gallery-rule h3").first().waitFor();
  await page.screenshot({ path: `${pictures}/gallery-rule.png` });
  await page.locator("#gallery-rule a", { hasText: "Open the example" }).click();
  await page.locator("body[data-tab=lint]").waitFor();
  await settled(page);
  assert.ok(await page.locator("#list .related", { hasText: "CL1001" }).count() > 0);
  await open(page, "#good=CL1001");
  assert.equal(await page.locator("#list .related", { hasText: "CL1001" }).count(), 0);
  await page.goto(`${address}#broken=contoso`);
  await page.locator("#file-choice").waitFor();
  await settled(page);
  assert.ok(await page.locator("#list li").count() > 0);
  await page.goto(`${address}#sample=nothing`);
  await page.locator("#notice", { hasText: "holds nothing" }).waitFor();
});
await test("narrow and dark", async page => {
  await type(page, "devices", "Printer");
  await choose(page, "device:Printer/method", "smtpRelay");
  await page.screenshot({ path: `${pictures}/narrow.png`, fullPage: true });
  for (const tab of ["answer", "lint", "see", "compare", "gallery"]) {
    await show(page, tab);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${tab} is wider than the screen`);
    await page.screenshot({ path: `${pictures}/narrow-${tab}.png` });
  }
}, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
for (const colorScheme of ["light", "dark"])
  await test(`axe finds no fault, ${colorScheme}`, async page => {
    await page.evaluate(axe);
    const check = async name => {
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.filter(one => ["serious", "critical"].includes(one.impact)).map(one => `${name}: ${one.id}: ${one.nodes.map(node => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`).slice(0, 3).join("; ")}`), []);
    };
    await type(page, "devices", "Printer");
    await choose(page, "device:Printer/method", "smtpRelay");
    await type(page, "device:Printer/ip", "nonsense");
    await check("answer");
    await show(page, "lint");
    await write(page, readFileSync("samples/both-places/broken/tenant.yaml", "utf8"));
    await page.locator("#list .related button").first().click();
    await page.locator("#rule-text h3").first().waitFor();
    await check("lint");
    await page.screenshot({ path: `${pictures}/lint-${colorScheme}.png` });
    await show(page, "see");
    await page.locator("#trace [name=to]").fill("bob@contoso.com");
    await page.locator("#trace button").click();
    await page.locator("#traced").locator("p").first().waitFor();
    await check("see");
    await page.screenshot({ path: `${pictures}/see-${colorScheme}.png`, fullPage: true });
    await page.goto(`${address}#change=03-lock-down`);
    await page.locator("#compared li").first().waitFor();
    await check("compare");
    await page.screenshot({ path: `${pictures}/compare-${colorScheme}.png`, fullPage: true });
    await page.goto(`${address}#rule=CL1001`);
    await page.locator("#gallery-rule h3").first().waitFor();
    await check("gallery");
    await page.locator("#share").click();
    await page.locator("#shared-state", { hasText: "character" }).waitFor();
    await check("share");
  }, { colorScheme });
await test("by keyboard alone", async page => {
  const focus = () => page.evaluate(() => { const one = document.activeElement; return one.dataset.show ?? one.id ?? one.textContent; });
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Tab");
  assert.equal(await focus(), "answer");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(await page.locator("body").getAttribute("data-tab"), "lint");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await settled(page);
  for (let i = 0; i < 12 && await page.evaluate(() => document.activeElement.type !== "radio"); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await settled(page);
  assert.match(await text(page), /subscription: eopStandalone/);
  // The editor takes Tab for itself, and lets go after Escape.
  await page.locator("#editor").evaluate(host => host.shadowRoot.querySelector(".cm-content").focus());
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "editor");
});
await test("the answer is what is printed, from every view", async page => {
  await write(page, readFileSync("samples/both-places/tenant.yaml", "utf8"));
  await show(page, "see");
  await page.pdf({ path: `${work}/answer.pdf`, format: "A4" });
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.screenshot({ path: `${pictures}/printed.png` });
  assert.equal(await page.locator("#verdicts table").isVisible(), true);
  for (const other of ["#questions", "#text", "#see", "nav"])
    assert.equal(await page.locator(other).isVisible(), false, other);
});
await test("a paste of 20 MB is refused in words and loses nothing", async page => {
  await page.evaluate(() => { const end = connectorlint.editor.text().length; connectorlint.editor.edit([{ start: end, end, text: "# x\n".repeat(5_000_000) }]); });
  await page.locator("#notice", { hasText: "million" }).waitFor({ timeout: 60_000 });
  await page.reload();
  await page.locator("body[data-ready]").waitFor({ timeout: 60_000 });
  assert.match(await text(page), /tenant: contoso/);
});
await test("a browser without WebAssembly gets a word, and what is typed there is kept", async page => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(address);
  await page.locator("#notice", { hasText: "WebAssembly" }).waitFor();
  await page.evaluate(() => connectorlint.editor.go(0, 0));
  await page.keyboard.type("# typed without it\n");
  await page.waitForFunction(() => localStorage.getItem("connectorlint.page")?.includes("typed without it"));
  await page.screenshot({ path: `${pictures}/no-webassembly.png` });
  await page.reload();
  await page.locator("#notice", { hasText: "WebAssembly" }).waitFor();
  assert.match(await text(page), /typed without it/);
}, { isClosed: true });
await test("a browser without scripts gets a word", async page => {
  await page.goto(address);
  assert.match(await page.locator("#no-script").textContent(), /JavaScript/);
  assert.equal(await page.locator("main").isVisible(), false);
  await page.screenshot({ path: `${pictures}/no-script.png` });
}, { isClosed: true, javaScriptEnabled: false });
await test("an engine that can't be loaded is told, and what is typed is kept", async page => {
  await page.route("**/_framework/ConnectorLint.Core.wasm", route => route.abort());
  await page.goto(address);
  await page.locator("#notice", { hasText: "could not be started" }).waitFor({ timeout: 60_000 });
  assert.match(await text(page), /tenant: contoso/);
}, { isClosed: true, isNoisy: true });
await test("the page's policy lets nothing out", async page => {
  let visits = 0;
  const outside = createServer((_, response) => { visits++; response.writeHead(200, { "access-control-allow-origin": "*" }).end(); });
  await new Promise(done => outside.listen(0, "127.0.0.1", done));
  const target = `http://127.0.0.1:${outside.address().port}/`;
  const refused = await page.evaluate(async target => {
    new Image().src = target;
    document.head.append(Object.assign(document.createElement("script"), { src: target }), Object.assign(document.createElement("link"), { rel: "stylesheet", href: target }));
    return fetch(target).then(() => false, () => true);
  }, target);
  await page.waitForTimeout(300);
  outside.close();
  assert.equal(refused, true);
  assert.equal(visits, 0);
}, { isNoisy: true });
await test("the folder works at any path", async page => {
  // The engine's own requests are among those that are watched.
  const loaded = [];
  page.on("request", request => loaded.push(request.url()));
  for (const prefix of ["/", "/a folder/x.y/"]) {
    const other = await serve(prefix);
    await page.goto(other.address.replaceAll(" ", "%20"));
    await page.locator("body[data-ready]").waitFor({ timeout: 60_000 });
    await show(page, "gallery");
    await page.locator("#samples li").first().waitFor();
    other.server.kill();
  }
  assert.equal(loaded.filter(url => url.endsWith("/ConnectorLint.Core.wasm")).length, 2);
}, { isClosed: true, isNoisy: true });
await test("figures", async page => {
  const lines = ["connectorlint: 1", "tenant: many", "topology:", "  subscription: exchangeOnline", "  mailboxes: cloud", "  acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]", "inboundConnectors:",
    ...Array.from({ length: 198 }, (_, i) => `  - name: In ${i}\n    connectorType: Partner\n    senderDomains: [p${i}.example]\n    requireTls: true\n    restrictDomainsToIPAddresses: false`)];
  await show(page, "lint");
  await write(page, lines.join("\n") + "\n");
  await page.evaluate(() => { const at = connectorlint.editor.text().indexOf("requireTls: true", 3000); connectorlint.editor.go(at + 12, at + 12); connectorlint.figures.keystroke.length = 0; });
  for (let i = 0; i < 44; i++) {
    await page.keyboard.press(i % 2 === 0 ? "x" : "Backspace");
    await settled(page);
  }
  const { keystroke, change } = await page.evaluate(() => ({ keystroke: connectorlint.figures.keystroke.slice(4).sort((a, b) => a - b), change: connectorlint.took.Change }));
  const ready = Number(await page.evaluate(() => document.body.dataset.ready));
  const size = (path = folder) => readdirSync(path, { withFileTypes: true }).reduce((sum, one) => sum + (one.isDirectory() ? size(join(path, one.name)) : gzipSync(readFileSync(join(path, one.name)), { level: 9 }).length), 0);
  // What the page's process holds of its own, the engine's memory included.
  const { processInfo } = await (await browser.newBrowserCDPSession()).send("SystemInfo.getProcessInfo");
  const memory = Math.max(...processInfo.filter(one => one.type === "renderer").map(one => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${one.id}/status`, "utf8"))[1]) / 1024));
  const colds = [ready];
  for (let i = 0; i < 4; i++) {
    const cold = await browser.newContext();
    const other = await cold.newPage();
    await open(other);
    colds.push(Number(await other.evaluate(() => document.body.dataset.ready)));
    await cold.close();
  }
  colds.sort((a, b) => a - b);
  const count = lines.join("\n").split("\n").length;
  for (const [what, figure, goal] of [
    ["all files, gzip", `${(size() / 1e6).toFixed(2)} MB`, "3 MB"],
    ["ready from a cold cache, least and median of 5", `${colds[0]} and ${colds[2]} ms`, "1500 ms"],
    [`a keystroke in ${count} lines until its squiggles, least and median`, `${keystroke[0].toFixed(0)} and ${keystroke[keystroke.length >> 1].toFixed(0)} ms (engine ${change.toFixed(0)})`, "30 ms"],
    ["memory of the page's process after it", `${memory.toFixed(0)} MiB`, "150 MiB"],
  ]) console.log(`      | ${what} | ${figure} | ${goal} |`);
});

await browser.close();
if (process.env.KEEP_PICTURES) {
  mkdirSync("tests/playground/pictures", { recursive: true });
  for (const name of keptPictures) copyFileSync(`${pictures}/${name}.png`, `tests/playground/pictures/${name}.png`);
}
server.kill();
rmSync(scratch, { recursive: true });
console.log(failed === 0 ? "All passed" : `${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
