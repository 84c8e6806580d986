// What is kept: in the browser's storage while typing, in the link when shared.
const place = "connectorlint.page";
const previousPlace = "connectorlint.previous";
const mostShared = 2_000_000;

const base64 = bytes => {
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000)
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
};
const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

const isState = state => state !== null && typeof state === "object" && Array.isArray(state.files) && state.files.length > 0
  && state.files.every(file => typeof file?.path === "string" && typeof file?.text === "string");

/** The state as the part of a link behind the #. */
export const toFragment = async state =>
  "s=" + base64(await through(new TextEncoder().encode(JSON.stringify({ v: 1, ...state })), new CompressionStream("deflate-raw")));

/** The state of a link; null when it has none. Throws on one that is damaged. */
export const fromFragment = async fragment => {
  if (!fragment.startsWith("s="))
    return null;
  const packed = Uint8Array.from(atob(fragment.slice(2).replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  // A small link may unpack to far more than anyone typed.
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > mostShared)
      throw new Error("too long");
  }
  const state = JSON.parse(text + decoder.decode());
  if (!isState(state))
    throw new Error("no state");
  return state;
};

const stored = key => {
  try {
    const state = JSON.parse(localStorage.getItem(key));
    return isState(state) ? state : null;
  } catch {
    return null;
  }
};

/** What was typed last. */
export const recall = () => stored(place);

/** What was typed before something else took its place. */
export const recallPrevious = () => stored(previousPlace);

/** Keeps what is typed; false when the browser has no room for it. */
export const keep = state => {
  try {
    localStorage.setItem(place, JSON.stringify(state));
    return true;
  } catch {
    return false;
  }
};

/** Keeps what is about to be replaced. */
export const keepPrevious = state => {
  try {
    localStorage.setItem(previousPlace, JSON.stringify(state));
  } catch {
    // No room: the page says so when it keeps the new text.
  }
};
