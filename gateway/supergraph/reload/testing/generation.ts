const types = ["Establishment", "HealthRegion"] as const;

/** A supergraph whose descriptions of two types say which one it is. */
export const inGeneration = (supergraphSdl: string, generation: number): string =>
  types.reduce((text, type) => {
    const described = new RegExp(`"""[^"]*"""\\ntype ${type} `);
    if (!described.test(text)) throw new Error(`expected a description of ${type}`);
    return text.replace(described, `"""generation ${generation}"""\ntype ${type} `);
  }, supergraphSdl);

/** The supergraph that answered; null for an answer that holds parts of two, or none. */
export function generationOf(answer: string): number | null {
  const told = [...answer.matchAll(/generation (\d+)/g)].map(([, number]) => Number(number));
  return told.length === types.length && new Set(told).size === 1 ? told[0]! : null;
}
