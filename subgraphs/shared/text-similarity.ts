/** The runs of three characters of a normalised text, its ends included. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3)));
}

/** The share of trigrams that two sets have in common: 1 for the same text; 0 as well where `least` is out of reach. */
export function similarityOf(left: ReadonlySet<string>, right: ReadonlySet<string>, least: number): number {
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  // Even if all of the smaller set were shared, it could not reach.
  if (small.size < least * large.size) return 0;
  const common = [...small].filter((trigram) => large.has(trigram)).length;
  return common / (left.size + right.size - common);
}
