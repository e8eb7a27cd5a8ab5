/** A name in lines of at most so many letters, broken after a space, a hyphen or a dash; a longer word has its own line. */
export function labelLines(name: string, longest: number): string[] {
  const lines: string[] = [];
  for (const part of name.split(/(?<=[ –-])/)) {
    const last = lines.at(-1);
    if (last !== undefined && (last + part).trimEnd().length <= longest)
      lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd());
}
