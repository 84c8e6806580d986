// The little Markdown that the engine writes, as elements: nothing in it is ever taken for HTML.
import { element } from "./element.js";

const inlinePattern = /\\([\\`*_{}[\]()#+\-.!<>|&~])|`` ?(.+?) ?``|`([^`]+)`|\*\*(.+?)\*\*|\[([^\]]+)\]\((https?:[^)\s]+)\)|  \n/gs;

const inline = text => {
  const out = [];
  let from = 0;
  for (const match of text.matchAll(inlinePattern)) {
    out.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    const [, escaped, wide, code, bold, label, address] = match;
    if (escaped) out.push(escaped);
    else if (wide ?? code) out.push(element("code", {}, wide ?? code));
    else if (bold) out.push(element("strong", {}, ...inline(bold)));
    else if (label) out.push(element("a", { href: address, target: "_blank", rel: "noreferrer noopener" }, ...inline(label)));
    else out.push(element("br"));
  }
  out.push(text.slice(from));
  return out;
};

const cells = line => line.replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map(cell => cell.trim());

/** The elements of a Markdown text. */
export const markdown = text => {
  const lines = text.replace(/<br\s*\/?>/g, "  \n").split("\n");
  const out = document.createDocumentFragment();
  for (let i = 0; i < lines.length;) {
    const line = lines[i];
    const fence = /^(`{3,})/.exec(line);
    if (fence) {
      const end = lines.findIndex((other, at) => at > i && other.startsWith(fence[1]));
      out.append(element("pre", { tabIndex: 0 }, element("code", {}, lines.slice(i + 1, end < 0 ? undefined : end).join("\n"))));
      i = end < 0 ? lines.length : end + 1;
    } else if (/^#{1,6} /.test(line)) {
      out.append(element(`h${Math.min(6, line.indexOf(" ") + 2)}`, {}, ...inline(line.replace(/^#+ /, ""))));
      i++;
    } else if (/^(---+|\*\*\*+)$/.test(line)) {
      out.append(element("hr"));
      i++;
    } else if (/^[-*] /.test(line)) {
      const list = element("ul");
      for (; /^[-*] |^ {2,}\S/.test(lines[i] ?? ""); i++)
        list.append(element("li", {}, ...inline(lines[i].replace(/^\s*[-*]? /, ""))));
      out.append(list);
    } else if (line.startsWith("|") && /^\|[\s:|-]+\|?$/.test(lines[i + 1] ?? "")) {
      const table = element("table", {}, element("tr", {}, ...cells(line).map(cell => element("th", {}, ...inline(cell)))));
      for (i += 2; lines[i]?.startsWith("|"); i++)
        table.append(element("tr", {}, ...cells(lines[i]).map(cell => element("td", {}, ...inline(cell)))));
      out.append(table);
    } else if (line.trim() === "") {
      i++;
    } else {
      const start = i;
      while (i < lines.length && lines[i].trim() !== "" && (i === start || !/^(```|#{1,6} |[-*] |---+$|\|)/.test(lines[i])))
        i++;
      out.append(element("p", {}, ...inline(lines.slice(start, i).join("\n"))));
    }
  }
  return out;
};
