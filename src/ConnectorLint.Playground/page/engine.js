// The engine as promises.
const worker = new Worker(new URL("worker.js", document.baseURI), { type: "module" });
const waiting = new Map();
let next = 0;
let settle;

/** Fulfilled when the engine is there. */
export const ready = new Promise((resolve, reject) => { settle = { resolve, reject }; });

/** How long the engine took for the last call of each name, in milliseconds. */
export const took = {};

worker.addEventListener("message", ({ data }) => {
  if (data.ready)
    return settle.resolve();
  if (data.failed)
    return settle.reject(new Error(data.failed));
  const { call, resolve, reject } = waiting.get(data.id);
  waiting.delete(data.id);
  took[call] = data.took;
  if (data.error !== undefined)
    return reject(new Error(data.error));
  resolve(call === "Explain" ? data.result : JSON.parse(data.result));
});
worker.addEventListener("error", event => settle.reject(new Error(event.message || "the engine could not be loaded")));

/** Calls a function of the engine. */
export const engine = (call, ...args) => new Promise((resolve, reject) => {
  const id = next++;
  waiting.set(id, { call, resolve, reject });
  worker.postMessage({ id, call, args });
});
