// Starts the engine before the page's own script is read. What it says meanwhile is kept.
"use strict";
globalThis.connectorlintEngine = { worker: null, said: [] };
if (typeof WebAssembly === "object" && typeof Worker === "function") {
  const worker = new Worker("worker.js", { type: "module" });
  worker.onmessage = event => connectorlintEngine.said.push(event.data);
  worker.onerror = event => connectorlintEngine.said.push({ failed: event.message || "the engine could not be loaded" });
  connectorlintEngine.worker = worker;
}
