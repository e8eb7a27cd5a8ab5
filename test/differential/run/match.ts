import type { QueryPlan } from "@apollo/query-planner";
import { differences, type Difference } from "../answers/compare.js";
import { stockDeviations } from "../answers/stock-deviations.js";
import type { Contestant, PlainAnswer } from "../contestants/contestant.js";
import { ourExecutor } from "../contestants/ours.js";
import { OursOverHttp } from "../contestants/ours-over-http.js";
import { stockGateway } from "../contestants/stock.js";
import type { Federation } from "../federation/federation.js";
import { type BadFetch, SubgraphDesk } from "../federation/subgraph-desk.js";
import { type Question, type Truth, TruthTeller } from "../truth/truth.js";
import type { Weather } from "../world/weather.js";
import { World } from "../world/world.js";

/** What one contestant made of an operation. */
export interface Verdict {
  readonly contestant: string;
  readonly answer: PlainAnswer;
  /** What cannot be explained. */
  readonly differences: readonly Difference[];
  /** The names of the known deviations that explain the rest. */
  readonly deviations: readonly string[];
}

export interface Outcome {
  readonly truth: Truth;
  readonly plan: QueryPlan | null;
  readonly verdicts: readonly Verdict[];
}

/** The contestants of one federation, over the same subgraphs. */
export class Match {
  private plan: QueryPlan | null = null;

  private constructor(
    readonly federation: Federation,
    private readonly desk: SubgraphDesk,
    private readonly teller: TruthTeller,
    private readonly contestants: Contestant[],
  ) {}

  static async open(federation: Federation): Promise<Match> {
    const desk = new SubgraphDesk(federation);
    const contestants: Contestant[] = [];
    const match = new Match(federation, desk, new TruthTeller(federation), contestants);
    contestants.push(...ourExecutor(federation, desk), await OursOverHttp.open(federation, desk));
    contestants.push(await stockGateway(federation, desk, (plan) => (match.plan = plan)));
    return match;
  }

  /** Asks everybody the same operation on the same day; over HTTP only when told so. */
  async judge(question: Question, weather: Weather, isOverHttp: boolean): Promise<Outcome> {
    const world = new World(this.federation, weather);
    const truth = await this.teller.tell(question, world);
    this.plan = null;
    const verdicts: Verdict[] = [];
    for (const contestant of this.contestants)
      if (isOverHttp || !(contestant instanceof OursOverHttp))
        verdicts.push(await this.verdict(contestant, question, world, truth));
    return { truth, plan: this.plan, verdicts };
  }

  async close(): Promise<void> {
    for (const contestant of this.contestants) await contestant.close();
  }

  private async verdict(
    contestant: Contestant,
    question: Question,
    world: World,
    truth: Truth,
  ): Promise<Verdict> {
    const answer = await askedOf(contestant, question, world);
    const bad = this.desk.takeBadFetches();
    const found = [...differences(truth, answer), ...bad.map(badFetch)];
    const isStock = contestant.name === "@apollo/gateway";
    const { left, names } = isStock
      ? await stockDeviations({
          ...{ question, truth, answer, found },
          askedOtherwise: async (other) => {
            const otherTruth = await this.teller.tell(other, world);
            const otherAnswer = await askedOf(contestant, other, world);
            return {
              truth: otherTruth,
              answer: otherAnswer,
              found: differences(otherTruth, otherAnswer),
            };
          },
        })
      : { left: found, names: [] };
    return { contestant: contestant.name, answer, differences: left, deviations: names };
  }
}

const askedOf = (contestant: Contestant, question: Question, world: World): Promise<PlainAnswer> =>
  contestant.ask(question, world).catch((error: unknown) => ({
    errors: [{ message: `crashed: ${(error as Error).stack ?? String(error)}` }],
  }));

const badFetch = ({ subgraph, words, query }: BadFetch): Difference => ({
  what: "fetch",
  words: `${subgraph} was asked what it cannot answer: ${words}\n      ${query}`,
  path: null,
});
