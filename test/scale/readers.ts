import { setTimeout as pause } from "node:timers/promises";
import type { SubgraphName } from "../../subgraphs/index.js";

const readerCount = 4;
const longestMs = 10_000;

// One question of each subgraph that needs no other; for those that add to another's establishments, of both.
const questions: Readonly<Record<SubgraphName, string>> = {
  establishments: "establishments { code region { code } }",
  partners: "glossary { code }",
  "user-committees": 'establishment(code: "chum") { code userCommittees { kind } }',
  "research-partnerships": 'establishment(code: "chum") { code researchPartnerships { id } }',
  "quality-indicators": "campaigns { code }",
};
const needs: Partial<Record<SubgraphName, SubgraphName>> = {
  "user-committees": "establishments",
  "research-partnerships": "establishments",
};

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

let asked = 0;

/** Asks under a name that no other question has, so that nothing that is kept answers; null: no answer. */
async function read(address: string, question: string): Promise<Answer | null> {
  asked += 1;
  try {
    const response = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ n${asked}: ${question} }` }),
      signal: AbortSignal.timeout(longestMs),
    });
    const text = await response.text();
    return response.headers.get("content-type")?.includes("json") ? (JSON.parse(text) as Answer) : null;
  } catch {
    return null;
  }
}

// What an answer may say of a part that is away.
const absences = new Set([
  "SUBGRAPH_UNAVAILABLE",
  "PEER_UNAVAILABLE",
  "OPERATION_TIMED_OUT",
  "DATABASE_UNAVAILABLE",
]);

/** Programs that read what is public without a pause. */
export class Readers {
  answered = 0;
  unanswered = 0;
  readonly oddities: string[] = [];
  #lastAt = 0;
  #isStopping = false;
  readonly #ended: Promise<unknown>;

  constructor(private readonly address: string) {
    this.#ended = Promise.all(Array.from({ length: readerCount }, (_, index) => this.#read(index)));
  }

  /** True when a whole answer came since an instant. */
  readsWellSince(instant: number): boolean {
    return this.#lastAt >= instant;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#ended;
  }

  async #read(index: number): Promise<void> {
    const all = Object.values(questions);
    for (let n = index; !this.#isStopping; n += 1) {
      const question = all[n % all.length]!;
      const answer = await read(this.address, question);
      if (answer === null) this.unanswered += 1;
      else if (answer.errors === undefined && answer.data) {
        this.answered += 1;
        this.#lastAt = Date.now();
      } else {
        this.unanswered += 1;
        const codes = answer.errors?.map(({ extensions }) => extensions?.code ?? "") ?? [];
        if (codes.length === 0 || codes.some((code) => !absences.has(code)))
          this.oddities.push(`${question}: ${JSON.stringify(answer).slice(0, 300)}`);
      }
      await pause(50);
    }
  }
}

/** While a subgraph is away: what the others answer, and that what it adds to an establishment is told to be missing. */
export async function answersOfOthers(address: string, away: SubgraphName): Promise<string[]> {
  const breaches: string[] = [];
  for (const [name, question] of Object.entries(questions) as [SubgraphName, string][]) {
    if (name === away || needs[name] === away) continue;
    const answer = await read(address, question);
    if (answer === null || answer.errors || !answer.data)
      breaches.push(`${name} does not answer: ${JSON.stringify(answer).slice(0, 300)}`);
  }
  if (needs[away] === undefined) return breaches;
  const part = await read(address, questions[away]);
  const [place] = Object.values(part?.data ?? {}) as { code?: string }[];
  const [error] = part?.errors ?? [];
  if (place?.code !== "chum" || error?.extensions?.code !== "SUBGRAPH_UNAVAILABLE")
    breaches.push(`what it adds is not told to be missing: ${JSON.stringify(part).slice(0, 300)}`);
  return breaches;
}
