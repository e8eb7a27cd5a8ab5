/** An element of an XML document that was read. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: ReadElement[];
  /** The text directly within it. */
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(text: string): string {
  if (/[<>]|&(?!(amp|lt|gt|quot|apos);)/.test(text))
    throw new Error(`expected text that is escaped, got ${text}`);
  return text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? "");
}

/** Reads a document without comments, CDATA or DTD; throws when it is not well formed. */
export function readXml(document: string): ReadElement {
  const prologue = /^<\?xml version="1\.0" encoding="utf-8"\?>\s*/;
  if (!prologue.test(document)) throw new Error("expected the XML declaration");
  const root: ReadElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const within = () => open[open.length - 1]!;
  const rest = document.replace(prologue, "");
  const token = /<\/([\w:]+)>|<([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  for (const [all, closed, opened, attributes = "", isEmpty, text] of rest.matchAll(token)) {
    at += all.length;
    if (text !== undefined) within().text += plain(text);
    else if (closed !== undefined) {
      if (open.length < 2 || within().name !== closed)
        throw new Error(`</${closed}> closes ${within().name}`);
      open.pop();
    } else if (opened !== undefined) {
      const told = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(
        ([, name = "", value = ""]) => [name, plain(value)] as const,
      );
      if (new Set(told.map(([name]) => name)).size < told.length) throw new Error(`${all}: twice the same`);
      const element = { name: opened, attributes: Object.fromEntries(told), children: [], text: "" };
      within().children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  const [top] = root.children;
  if (at < rest.length || open.length > 1 || root.children.length !== 1 || !top)
    throw new Error(`expected one whole element, got ${rest.slice(at, at + 80)}`);
  return top;
}

/** The children of an element with a name. */
export const childrenOf = (element: ReadElement, name: string): ReadElement[] =>
  element.children.filter((child) => child.name === name);
