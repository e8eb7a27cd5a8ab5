/** Which lines have which columns; hidden ones link none. */
export interface Links {
  readonly linesOf: readonly (readonly { readonly line: number }[])[];
  readonly isHidden: (line: number) => boolean;
  readonly columnsOf: (line: number) => Iterable<number>;
  readonly lengthOf: (line: number) => number;
}

/** Some columns and, up to so many, those that the shortest lines link with them: these leave the least choice. */
export function nearestColumns(
  from: Iterable<number>,
  most: number,
  { linesOf, isHidden, columnsOf, lengthOf }: Links,
): Set<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  const lines: number[] = [];
  const add = (column: number): void => {
    if (found.has(column)) return;
    found.add(column);
    for (const { line } of linesOf[column]!) {
      if (seen.has(line) || isHidden(line)) continue;
      seen.add(line);
      lines.push(line);
    }
  };
  for (const column of from) add(column);
  while (found.size < most && lines.length > 0) {
    let least = 0;
    let shortest = lengthOf(lines[0]!);
    for (let place = 1; place < lines.length; place += 1) {
      const length = lengthOf(lines[place]!);
      if (length < shortest) [least, shortest] = [place, length];
    }
    for (const column of columnsOf(lines[least]!)) {
      if (found.size >= most) break;
      add(column);
    }
    lines[least] = lines.at(-1)!;
    lines.pop();
  }
  return found;
}
