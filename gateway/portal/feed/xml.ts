/** An element of an XML document, written. */
export type Xml = { readonly xml: string };

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

// https://www.w3.org/TR/xml/#charsets: what no XML 1.0 document may hold, not even escaped.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const escaped = (text: string): string =>
  text.replace(forbidden, "").replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

/** Writes an element; texts within it are escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (string | Xml)[]
): Xml {
  const told = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join("");
  const content = children.map((child) => (typeof child === "string" ? escaped(child) : child.xml)).join("");
  return { xml: content === "" ? `<${name}${told}/>` : `<${name}${told}>${content}</${name}>` };
}

/** A whole document. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
