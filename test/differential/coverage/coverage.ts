import type { PlanNode, QueryPlan } from "@apollo/query-planner";
import type { Federation } from "../federation/federation.js";
import type { Ways } from "../operation/way.js";
import type { Truth } from "../truth/truth.js";
import { chainsOf, type Witness } from "./chains.js";

export const atLeast = 20;

const planNodes = ["Fetch", "Flatten", "Parallel", "Sequence", "Condition"];

/** How often each thing that must be met was met in one federation. */
export class Coverage {
  readonly nodes = new Map<string, number>(planNodes.map((kind) => [kind, 0]));
  readonly fields: Map<string, number>;
  readonly chains = new Map<string, number>();
  /** Of the problems, what they were; of the operations, what they were like. */
  readonly kinds = new Map<string, number>();
  readonly witnesses: ReadonlyMap<string, readonly Witness[]>;

  constructor(federation: Federation, ways: Ways) {
    this.fields = new Map(federation.coordinates.map((coordinate) => [coordinate, 0]));
    this.witnesses = chainsOf(federation, ways);
    for (const chain of this.witnesses.keys()) this.chains.set(chain, 0);
  }

  /** Counts what an operation met: its plan's nodes, the fields that were answered and the nulls that travelled. */
  count(truth: Truth, plan: QueryPlan | null, features: readonly string[]): void {
    for (const coordinate of new Set(truth.visited)) add(this.fields, coordinate);
    for (const { chain, kind } of truth.problems) {
      add(this.chains, chain);
      add(this.kinds, `problem: ${kind}`);
    }
    for (const feature of features) add(this.kinds, feature);
    if (plan?.node && plan.node.kind !== "Subscription") this.walk(plan.node);
  }

  /** What was met too seldom. */
  tooSeldom(least: number): string[] {
    return [...this.nodes, ...this.fields, ...this.chains]
      .filter(([, times]) => times < least)
      .map(([name, times]) => `${name} (${times})`);
  }

  private walk(node: PlanNode): void {
    add(this.nodes, node.kind);
    if (node.kind === "Sequence" || node.kind === "Parallel") node.nodes.forEach((one) => this.walk(one));
    if (node.kind === "Flatten") this.walk(node.node);
    if (node.kind === "Condition")
      for (const clause of [node.ifClause, node.elseClause]) if (clause) this.walk(clause);
  }
}

const add = (counts: Map<string, number>, name: string): void =>
  void counts.set(name, (counts.get(name) ?? 0) + 1);
