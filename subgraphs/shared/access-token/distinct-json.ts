/** An object of a JSON text that names a member twice: readers disagree on which of the two counts (RFC 8259, s. 4). */
export class DoubledMember extends Error {}

const lexemes = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** Reads a JSON text; throws SyntaxError when it is none, DoubledMember when an object in it, at any depth, names a member twice. */
export function parseDistinct(text: string): unknown {
  const read: unknown = JSON.parse(text);
  const open: Set<unknown>[] = [];
  let lastText = "";
  for (const [lexeme] of text.matchAll(lexemes)) {
    if (lexeme === "{" || lexeme === "[") open.push(new Set());
    else if (lexeme === "}" || lexeme === "]") open.pop();
    else if (lexeme !== ":") lastText = lexeme;
    else {
      // "iss" and "\u0069ss" are one name.
      const name: unknown = JSON.parse(lastText);
      const names = open.at(-1);
      if (names?.has(name)) throw new DoubledMember("a member is named twice");
      names?.add(name);
    }
  }
  return read;
}
