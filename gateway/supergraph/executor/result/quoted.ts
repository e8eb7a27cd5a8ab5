// What a JSON string must escape; a lone half of a surrogate pair too, which is no text: those that have one are left
// to JSON.stringify.
// eslint-disable-next-line no-control-regex -- these are what is looked for
const toEscape = /["\\\u0000-\u001f\ud800-\udfff]/;
const longest = 24;

/** A text as a JSON string. Most need no escape, which a look at each character of a short one tells soonest. */
export function quoted(text: string): string {
  const { length } = text;
  if (length > longest) return toEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 || code === 34 || code === 92 || (code >= 0xd800 && code <= 0xdfff))
      return JSON.stringify(text);
  }
  return `"${text}"`;
}
