/** The items that share the same values, in the order of their first appearance. */
export function equivalenceClasses<Item>(
  items: readonly Item[],
  valuesOf: (item: Item) => readonly unknown[],
): Item[][] {
  const classes = new Map<string, Item[]>();
  for (const item of items) {
    const values = JSON.stringify(valuesOf(item));
    const known = classes.get(values);
    if (known) known.push(item);
    else classes.set(values, [item]);
  }
  return [...classes.values()];
}

/** For each record, how many records have the same values, itself included. */
export function classSizes(records: readonly (readonly unknown[])[]): number[] {
  const sizes = new Map<readonly unknown[], number>();
  for (const alike of equivalenceClasses(records, (values) => values))
    for (const record of alike) sizes.set(record, alike.length);
  return records.map((record) => sizes.get(record) ?? 0);
}
