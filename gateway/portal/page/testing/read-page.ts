const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "");

/** Any space as one plain space: French typography puts others in. */
export const plainSpaces = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The words of a part of a page, as somebody reads them. */
export const wordsOfHtml = (html: string): string => plainSpaces(unescaped(html.replace(/<[^>]*>/g, "")));

/** The text of every element with a name, as it stands. */
export const textsOf = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, "gs"))].map(([, inner = ""]) =>
    unescaped(inner.replace(/<[^>]*>/g, "")),
  );

/** The part of a page from the element with an id to the next one of the same kind, or the end. */
export function partOf(html: string, id: string): string {
  const at = html.search(new RegExp(`<[a-z0-9]+[^>]* id="${id}"`));
  if (at < 0) throw new Error(`expected an element with the id « ${id} », got none`);
  const tag = /<([a-z0-9]+)/.exec(html.slice(at))?.[1] ?? "";
  const next = html.indexOf(`<${tag}`, at + 1);
  return html.slice(at, next < 0 ? undefined : next);
}
