// The engine, away from the page's thread: a slow text never holds up the typing.
import { dotnet } from "./_framework/dotnet.js";

const ready = (async () => {
  const { getAssemblyExports, getConfig } = await dotnet.create();
  const engine = (await getAssemblyExports(getConfig().mainAssemblyName)).ConnectorLint.Playground.PageExports;
  const now = new Date();
  engine.Start(`${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`);
  return engine;
})();

// What the runtime fails to load it may not tell by the promise.
const fail = reason => postMessage({ failed: String(reason) });
const unhandled = event => fail(event.reason);
addEventListener("unhandledrejection", unhandled);
ready.then(() => { removeEventListener("unhandledrejection", unhandled); postMessage({ ready: true }); }, fail);

addEventListener("message", async ({ data: { id, call, args } }) => {
  try {
    const engine = await ready;
    const start = performance.now();
    postMessage({ id, result: engine[call](...args), took: performance.now() - start });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
