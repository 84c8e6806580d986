// Usage: node page.mjs connectorlint.dll WORK-FOLDER, from the repository's root. See scripts/test-report.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

const [dll, work] = process.argv.slice(2).map(path => resolve(path));
const run = (...args) => execFileSync("dotnet", [dll, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const report = (name, ...paths) => {
  const file = `${work}/${name}.html`;
  run("report", "--output", file, "--as-of", "2026-11-24", ...paths);
  return file;
};

// Outside of the repository, whose other files would be looked at as well.
const tenants = mkdtempSync(`${tmpdir()}/connectorlint-report-`);
const many = ["connectorlint: 1", "tenant: many", "topology:", "  subscription: exchangeOnline", "  mailboxes: cloud",
  "  acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]", "  onPremises: {server: none}", "inboundConnectors:",
  ...Array.from({ length: 1000 }, (_, i) => `  - {name: In ${i}, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.${Math.floor(i / 250)}.${1 + i % 250}]}`)];
writeFileSync(`${tenants}/many.yaml`, many.join("\n") + "\n");
const hostile = "\"'<script>alert(1)</script></script><!-- &amp; \n ]]> 😀 \u202e";
writeFileSync(`${tenants}/hostile.json`, JSON.stringify({
  connectorlint: 1, tenant: hostile, topology: { subscription: "exchangeOnline", mailboxes: "cloud", partners: [{ name: hostile, domains: ["a.example"], outbound: { requireTls: true } }] },
  inboundConnectors: [{ name: hostile, connectorType: "OnPremises", senderDomains: ["*"], senderIPAddresses: ["203.0.113.5"] }],
}));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
let failed = 0;
const test = async (name, file, body, options = {}) => {
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 }, ...options });
  const trouble = [];
  page.on("console", message => message.type() === "error" && trouble.push(message.text()));
  page.on("pageerror", error => trouble.push(String(error)));
  page.on("dialog", dialog => { trouble.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", request => request.url().startsWith("file:") || trouble.push(`request ${request.url()}`));
  try {
    await page.goto(`file://${file}`);
    await body(page);
    assert.deepEqual(trouble, []);
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n${error.stack}`);
  }
  await page.close();
};
const shown = page => page.locator("article.finding:visible").count();
const count = page => page.locator("#count").textContent();

const samples = report("samples", "samples/contoso", "samples/partners");
await test("severity, rule and tenant filter, and Reset shows all", samples, async page => {
  const all = await shown(page);
  assert.equal(await count(page), `${all} of ${all} shown`);
  await page.locator("[name=severity][value=error]").uncheck();
  assert.equal(await shown(page), await page.locator("article.warning, article.info").count());
  await page.locator("#tenant").selectOption("partners-broken");
  assert.equal(await shown(page), await page.locator("article.warning[data-tenant=partners-broken]").count());
  await page.getByRole("button", { name: "Reset" }).click();
  await page.waitForFunction(text => document.getElementById("count").textContent === text, `${all} of ${all} shown`);
  await page.getByLabel("Rule").selectOption("CL1025");
  assert.equal(await shown(page), await page.locator("article[data-rule=CL1025]").count());
});
await test("search takes all words, in messages, sources and help", samples, async page => {
  await page.getByLabel("Search").fill("inbound.json HYBRID wizard");
  assert.equal(await shown(page), 1);
  await page.getByLabel("Search").fill("nothing has this");
  assert.equal(await shown(page), 0);
  assert.ok(await page.getByText("Nothing matches the filter.").isVisible());
});
await test("the keyboard is enough", samples, async page => {
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search");
  await page.keyboard.type("CL1025");
  const found = await shown(page);
  assert.ok(found > 1 && found < await page.locator("article.finding").count());
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("article.finding:not([hidden])")].indexOf(document.activeElement)), 1);
  await page.keyboard.press("k");
  assert.equal(await page.evaluate(() => [...document.querySelectorAll("article.finding:not([hidden])")].indexOf(document.activeElement)), 0);
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.getElementById("search").value === "" && !document.querySelector("article.finding[hidden]"));
});
await test("every control has a name, every id is once there", samples, async page => {
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("input, select, button, form")].filter(e => !(e.labels?.length || e.textContent.trim() || e.ariaLabel)).map(e => e.outerHTML)), []);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("[id]")].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)), []);
  assert.equal(await page.locator("svg[role=img] > title").count(), 4);
});

// The form finds what the engine finds.
const messages = [
  ["ann@contosobank.com", "bob@contoso.com", { ip: "192.0.2.7" }], ["x@stranger.example", "bob@contoso.com", { ip: "198.51.100.9", certificate: "acmefilter.example" }],
  ["x@stranger.example", "y@elsewhere.example", { ip: "203.0.113.10" }], ["printer@contoso.com", "y@elsewhere.example", { ip: "203.0.113.77" }],
  ["ann@contoso.com", "bob@contoso.com", { certificate: "contoso.com" }], ["", "bob@contoso.com", { ip: "192.0.2.7" }],
  ["ann@contoso.com", "y@contosobank.com", { out: true, certificate: "mx.contosobank.com" }], ["ann@contoso.com", "y@sub.elsewhere.example", { out: true }], ["ann@contoso.com", "y@contoso.com", { out: true, recipient: "2" }],
];
await test("the trace form agrees with connectorlint trace", samples, async page => {
  const form = page.locator("form[data-trace='1']");
  for (const [from, to, more] of messages) {
    const args = ["trace", "--from", from || "<>", "--to", to, "--direction", more.out ? "outbound" : "inbound", "--tls", "--format", "json"];
    for (const option of ["ip", "certificate"])
      if (more[option])
        args.push(`--${option}`, more[option]);
    if (more.recipient)
      args.push("--recipient", "onPremises");
    const expected = JSON.parse(run(...args, "samples/contoso/topology.yaml", "samples/contoso/inbound.json", "samples/contoso/outbound.yaml"));
    await form.locator("[name=from]").fill(from);
    await form.locator("[name=to]").fill(to);
    await form.locator("[name=origin]").selectOption(more.out ? "out" : "in");
    await form.locator("[name=ip]").fill(more.ip ?? "");
    await form.locator("[name=certificate]").fill(more.certificate ?? "");
    await form.locator("[name=recipient]").selectOption(more.recipient ?? "0");
    await form.getByRole("button", { name: "Trace" }).click();
    const output = form.locator("output");
    const words = await output.textContent();
    const what = `${JSON.stringify([from, to, more])}: ${words} / ${JSON.stringify(expected)}`;
    assert.equal(await output.getAttribute("class"), ["accepted", "delivered"].includes(expected.result) ? "met" : "missing", what);
    for (const part of [expected.connector, expected.code, ...(Array.isArray(expected.nextHop) ? expected.nextHop : [])])
      assert.ok(!part || words.includes(part), what);
  }
  for (const [field, value, complaint] of [["to", "nobody", "To must be"], ["ip", "1.2.3", "IPv4"], ["ip", "::1", "IPv4"]]) {
    const before = await form.locator(`[name=${field}]`).inputValue();
    await form.locator(`[name=${field}]`).fill(value);
    await form.getByRole("button", { name: "Trace" }).click();
    assert.ok((await form.locator("output").textContent()).includes(complaint));
    await form.locator(`[name=${field}]`).fill(before);
  }
});
await test("names of any kind are text", report("hostile", `${tenants}/hostile.json`), async page => {
  assert.ok((await page.locator("h1").textContent()).includes("<script>alert(1)</script>"));
});
await test("dark", samples, async page => {
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(13, 17, 23)");
  await page.locator("#tenant-2").scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${work}/dark.png` });
}, { colorScheme: "dark" });
await test("in print the controls are gone", samples, async page => {
  await page.emulateMedia({ media: "print" });
  assert.ok(!await page.locator("#filter").isVisible());
  await page.pdf({ path: `${work}/samples.pdf` });
});
await test("1,000 findings stay fluid", report("many", `${tenants}/many.yaml`), async page => {
  assert.ok(await page.locator("article.finding").count() >= 1000);
  // From the key to the new layout, in the page itself; the first search reads all texts. About 10 ms on an idle machine.
  const slowest = await page.evaluate(async () => {
    const search = document.getElementById("search");
    let most = 0;
    for (const text of ["I", "In", "In 9", "In 99", "", "203.0.3", "zzz", ""]) {
      const start = performance.now();
      search.value = text;
      search.dispatchEvent(new Event("input", { bubbles: true }));
      document.body.getBoundingClientRect();
      most = Math.max(most, performance.now() - start);
    }
    return most;
  });
  console.log(`      slowest: ${slowest.toFixed(0)} ms`);
  assert.ok(slowest < 500, `${slowest} ms`);
});
await browser.close();
rmSync(tenants, { recursive: true });
process.exitCode = failed > 0 ? 1 : 0;
