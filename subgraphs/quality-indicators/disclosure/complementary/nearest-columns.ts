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
): number[] {
  const found = new Set<number>();
  const seen = new Set<number>();
  const lines: number[] = [];
  const lengths: number[] = [];
  const add = (column: number): void => {
    if (found.has(column)) return;
    found.add(column);
    for (const { line } of linesOf[column]!) {
      if (seen.has(line) || isHidden(line)) continue;
      seen.add(line);
      lines.push(line);
      lengths.push(lengthOf(line));
    }
  };
  for (const column of from) add(column);
  while (found.size < most && lines.length > 0) {
    let least = 0;
    for (let place = 1; place < lengths.length; place += 1)
      if (lengths[place]! < lengths[least]!) least = place;
    for (const column of columnsOf(lines[least]!)) {
      if (found.size >= most) break;
      add(column);
    }
    const [lastLine, lastLength] = [lines.pop()!, lengths.pop()!];
    if (least < lines.length) [lines[least], lengths[least]] = [lastLine, lastLength];
  }
  return [...found];
}
