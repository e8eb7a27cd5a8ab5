import { subgraphNames } from "../../../subgraphs/index.js";
import type { VariantName } from "../variant-name.js";

/** Why a supergraph is not taken, in both languages. */
export class UnfitSupergraph extends Error {
  constructor(
    readonly french: string,
    readonly english: string,
    options?: ErrorOptions,
  ) {
    super(english, options);
    this.name = "UnfitSupergraph";
  }
}

/** A supergraph as far as it is judged. */
export interface Judged {
  readonly subgraphs: readonly string[];
  readonly hasMutations: boolean;
}

const known: ReadonlySet<string> = new Set(subgraphNames);

/** Throws UnfitSupergraph when a supergraph names a subgraph that this hub has not, or would let the public write. */
export function judgeSupergraph(door: VariantName, { subgraphs, hasMutations }: Judged): void {
  const unknown = subgraphs.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new UnfitSupergraph(
      `sous-graphes inconnus : ${unknown.join(", ")} ; connus : ${subgraphNames.join(", ")}`,
      `unknown subgraphs: ${unknown.join(", ")}; known: ${subgraphNames.join(", ")}`,
    );
  if (door === "public" && hasMutations)
    throw new UnfitSupergraph(
      "le supergraphe de la porte publique a des mutations : c'est celui de la porte authentifiée",
      "the supergraph of the public door has mutations: it is that of the authenticated door",
    );
}

/** Whatever kept a supergraph from being built, as a reason. */
export const unfitBecause = (error: unknown): UnfitSupergraph =>
  error instanceof UnfitSupergraph
    ? error
    : new UnfitSupergraph(
        `il ne se construit pas : ${wordsOf(error)}`,
        `it cannot be built: ${wordsOf(error)}`,
        { cause: error },
      );

const longestWords = 300;
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").slice(0, longestWords);
