// Serves a folder on loopback, compressed as a web server would: node playground-server.mjs FOLDER [PORT [PREFIX]]
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const [folder, port = "8080", prefix = "/"] = process.argv.slice(2);
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".json": "application/json", ".txt": "text/plain; charset=utf-8" };
// A web server packs a file once.
const packed = new Map();
const packedOf = (file, time) => {
  if (packed.get(file)?.time !== time) packed.set(file, { time, bytes: gzipSync(readFileSync(file)) });
  return packed.get(file).bytes;
};
const server = createServer((request, response) => {
  const address = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const path = address.startsWith(prefix) ? normalize(address.slice(prefix.length - 1)) : null;
  const file = path === null ? null : join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const found = file === null || !file.startsWith(normalize(folder)) ? undefined : statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) {
    response.writeHead(404).end("not found");
    return;
  }
  const isPacked = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "cache-control": "no-store", ...isPacked ? { "content-encoding": "gzip" } : {} });
  response.end(isPacked ? packedOf(file, found.mtimeMs) : readFileSync(file));
});
server.listen(Number(port), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}${prefix}`));
