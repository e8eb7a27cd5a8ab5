import { type Page, writeText } from "./page.js";

// What a JSON string must escape; a lone half of a surrogate pair too, which is no text: those that have one are left
// to JSON.stringify.
// eslint-disable-next-line no-control-regex -- these are what is looked for
const toEscape = /["\\\u0000-\u001f\ud800-\udfff]/;
// Node writes longer ones sooner.
const longest = 64;
const [quote, backslash] = [34, 92];

/** Writes a text as a JSON string; gives where it ends. */
export function writeQuoted(page: Page, start: number, text: string): number {
  const { length } = text;
  page.makeRoom(start, 3 * length + 2);
  const { bytes } = page;
  let end = start;
  bytes[end++] = quote;
  if (length > longest) {
    if (toEscape.test(text)) return writeText(page, start, JSON.stringify(text));
    end += bytes.write(text, end);
  } else
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code < 0x80) {
        if (code < 0x20 || code === quote || code === backslash)
          return writeText(page, start, JSON.stringify(text));
        bytes[end++] = code;
      } else if (code < 0x800) {
        bytes[end++] = 0xc0 | (code >> 6);
        bytes[end++] = 0x80 | (code & 0x3f);
      } else if (code < 0xd800 || code > 0xdfff) {
        bytes[end++] = 0xe0 | (code >> 12);
        bytes[end++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[end++] = 0x80 | (code & 0x3f);
      } else return writeText(page, start, JSON.stringify(text));
    }
  bytes[end++] = quote;
  return end;
}
