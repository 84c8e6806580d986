// The engine as promises.
const { worker, said } = globalThis.connectorlintEngine;
const waiting = new Map();
let next = 0;
let settle;

/** Fulfilled when the engine is there. */
export const ready = new Promise((resolve, reject) => { settle = { resolve, reject }; });
ready.catch(() => {});

/** How long the engine took for the last call of each name, in milliseconds. */
export const took = {};

const take = data => {
  if (data.ready)
    return settle.resolve();
  if (data.failed)
    return settle.reject(new Error(data.failed));
  const { call, resolve, reject } = waiting.get(data.id);
  waiting.delete(data.id);
  took[call] = data.took;
  return data.error === undefined ? resolve(JSON.parse(data.result)) : reject(new Error(data.error));
};
if (worker === null) {
  settle.reject(new Error("no WebAssembly"));
} else {
  said.forEach(take);
  worker.onmessage = ({ data }) => take(data);
  worker.onerror = event => settle.reject(new Error(event.message || "the engine could not be loaded"));
}

/** Calls a function of the engine. */
export const engine = async (call, ...args) => {
  await ready;
  return new Promise((resolve, reject) => {
    const id = next++;
    waiting.set(id, { call, resolve, reject });
    worker.postMessage({ id, call, args });
  });
};
