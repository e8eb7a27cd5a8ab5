/** The same items in an order drawn at random; `below(n)` gives a whole number from 0 to n - 1. */
export function shuffled<Item>(items: readonly Item[], below: (limit: number) => number): Item[] {
  const drawn: Item[] = [];
  const left = [...items];
  while (left.length > 0) {
    const index = below(left.length);
    const [item] = left.slice(index, index + 1);
    const last = left.pop();
    if (item === undefined || last === undefined)
      throw new RangeError(`shuffled: expected an index from 0 to ${left.length}, got ${index}`);
    if (index < left.length) left[index] = last;
    drawn.push(item);
  }
  return drawn;
}
