// A VS Code in a browser, and what a person does with it: looks, points, types.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";

const patience = 25_000;

/** Starts an editor on a folder; the settings are the user's, the environment is what its extensions see. */
export async function start({ codeServer, extensions, home, folder, settings = {}, env = process.env, trustAll = true, size = { width: 1280, height: 800 } }) {
  mkdirSync(`${home}/User`, { recursive: true });
  writeFileSync(`${home}/User/settings.json`, JSON.stringify({ ...quiet, ...settings }, undefined, 2));
  const port = await freePort();
  const args = [`${codeServer}/out/node/entry.js`, "--auth", "none", "--bind-addr", `127.0.0.1:${port}`, "--config", `${home}/config.yaml`, "--user-data-dir", home, "--extensions-dir", extensions,
    "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override", ...(trustAll ? ["--disable-workspace-trust"] : []), folder];
  writeFileSync(`${home}/config.yaml`, "");
  // Its processes are a group, so that none outlives the test.
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], env, detached: true });
  let log = "";
  server.stdout.on("data", data => log += data);
  server.stderr.on("data", data => log += data);
  for (const end = Date.now() + patience; !log.includes("HTTP server listening");) {
    if (Date.now() > end || server.exitCode !== null)
      throw new Error(`code-server does not start:\n${log}`);
    await sleep(100);
  }
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const context = await browser.newContext({ viewport: size, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
  await page.locator(".monaco-workbench .statusbar").waitFor();
  return new Editor(page, async () => {
    await browser.close();
    process.kill(-server.pid, "SIGTERM");
  });
}

/** What a person does with the editor. */
export class Editor {
  constructor(page, close) {
    this.page = page;
    this.close = close;
  }

  /** Opens a file by a part of its path. */
  async open(path) {
    await this.page.keyboard.press("Control+P");
    await this.page.locator(".quick-input-box input").fill(path);
    await this.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await sleep(500);
    await this.page.keyboard.press("Enter");
    await this.page.locator(`.tab.active[aria-label*="${path.split("/").at(-1)}"]`).waitFor();
    await this.page.locator(".editor-group-container.active .view-lines .view-line").first().waitFor();
  }

  /** Runs a command of the palette by its title. */
  async run(title) {
    await this.page.keyboard.press("F1");
    await this.page.locator(".quick-input-box input").fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
  }

  /** The text of the lines that are on the screen. */
  async text() {
    const lines = await this.page.locator(".editor-group-container.active .view-lines .view-line").evaluateAll(list =>
      list.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top)).map(line => line.textContent));
    return lines.join("\n").replaceAll("\u00a0", " ");
  }

  /** Where a text is on the screen: its middle, or where it has a bar: "mailboxes: b|oth". */
  async find(marked) {
    const text = marked.replace("|", "");
    const place = await this.page.evaluate(([wanted, bar]) => {
      for (const line of document.querySelectorAll(".editor-group-container.active .view-lines .view-line")) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const nodes = [];
        let all = "";
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          nodes.push({ node, start: all.length });
          all += node.data.replaceAll("\u00a0", " ");
        }
        const at = all.indexOf(wanted);
        if (at < 0)
          continue;
        const middle = at + (bar < 0 ? Math.floor(wanted.length / 2) : bar);
        const { node, start } = nodes.findLast(one => one.start <= middle);
        const range = document.createRange();
        range.setStart(node, middle - start);
        range.setEnd(node, Math.min(node.length, middle - start + 1));
        const box = range.getBoundingClientRect();
        return { x: box.left + 2, y: box.top + box.height / 2 };
      }
      return undefined;
    }, [text, marked.indexOf("|")]);
    if (!place)
      throw new Error(`'${text}' is not on the screen:\n${await this.text()}`);
    return place;
  }

  /** Puts the cursor into a text. */
  async click(text) {
    // A hover would be in the way.
    await this.page.mouse.move(200, 600);
    await this.page.locator(".monaco-hover:visible").waitFor({ state: "detached" });
    const { x, y } = await this.find(text);
    await this.page.mouse.click(x, y);
  }

  /** Points at a text until a hover is there; its text. */
  async hover(text) {
    const { x, y } = await this.find(text);
    const hover = this.page.locator(".monaco-hover:visible").first();
    for (let tries = 0; ; tries++) {
      await this.page.mouse.move(x - 40, y - 40);
      await this.page.mouse.move(x, y, { steps: 4 });
      try {
        await hover.waitFor({ timeout: 8000 });
        break;
      } catch (error) {
        if (tries === 3)
          throw error;
      }
    }
    await until(async () => !(await hover.textContent()).includes("Loading"), "the hover is still loading");
    return hover.textContent();
  }

  /** The findings of ConnectorLint that the Problems panel shows. */
  async problems() {
    return this.page.locator(".markers-panel .monaco-list-row .marker-message-details-container, .markers-panel .monaco-list-row").allTextContents();
  }

  /** Opens the Problems panel. */
  async showProblems() {
    if (await this.page.locator(".markers-panel").isVisible())
      return;
    await this.page.keyboard.press("Control+Shift+M");
    await this.page.locator(".markers-panel").waitFor();
  }

  /** Opens the menu of quick fixes at the cursor; the titles. */
  async quickFixes() {
    await this.page.keyboard.press("Control+.");
    await this.page.locator(".action-widget .monaco-list-row").first().waitFor();
    return this.page.locator(".action-widget .monaco-list-row").allTextContents();
  }

  /** What the status bar says of ConnectorLint. */
  status() {
    return this.page.locator('.statusbar-item[id="connectorlint.connectorlint.connectorlint.status"], .statusbar-item[id*="connectorlint.status"]').first();
  }

  /** Takes a picture. */
  async picture(path, clip) {
    await this.page.screenshot({ path, clip, animations: "disabled" });
  }
}

/** Waits until something is so. */
export async function until(condition, complaint, timeout = patience) {
  for (const end = Date.now() + timeout; ;) {
    if (await condition())
      return;
    if (Date.now() > end)
      throw new Error(typeof complaint === "function" ? await complaint() : complaint);
    await sleep(150);
  }
}

// Nothing that is not of the matter.
const quiet = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.colorTheme": "Default Light Modern",
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
  "window.menuBarVisibility": "hidden",
  "editor.minimap.enabled": false,
  "editor.fontSize": 13,
  "editor.hover.delay": 200,
  "breadcrumbs.enabled": false,
  "chat.commandCenter.enabled": false,
  "git.enabled": false,
  "git.openRepositoryInParentFolders": "never",
  "telemetry.telemetryLevel": "off",
  "extensions.ignoreRecommendations": true,
  "explorer.confirmDragAndDrop": false,
};

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed).listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
