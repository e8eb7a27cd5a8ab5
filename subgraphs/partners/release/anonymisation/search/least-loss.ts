import type { ClassPolicy } from "../../release-policy.js";
import type { CountedTable } from "../counted-table.js";
import { BestFirst, isBefore } from "./best-first.js";
import type { ClassTable, Node } from "./class-table.js";
import type { CompiledKey } from "./compiled-hierarchies.js";
import { informationLoss, lossOfKept } from "./loss.js";
import { NodeTables } from "./node-tables.js";
import { closeToAll, largeAndDiverse, type SafePart } from "./safe-part.js";

/** The node that gives up the least, with its classes and those of them that are kept. */
export interface BestNode {
  readonly node: Node;
  readonly table: ClassTable;
  /** Of each combination of raw keys, one of its rows in the counted table. */
  readonly rows: Int32Array;
  readonly safe: SafePart;
  readonly loss: number;
}

export interface SearchResult {
  /** Null when no node keeps enough records. */
  readonly best: BestNode | null;
  /** How many nodes there are, and how many tables were counted to find the best of them. */
  readonly nodes: number;
  readonly counted: number;
}

interface Candidate {
  readonly node: Node;
  readonly keptLoss: number;
  readonly bound: number;
  readonly rank: number;
  /** How many keys were looked at together to find the bound. */
  readonly keysSeen: number;
}

/**
 * Finds the node that gives up the least information among those that keep enough records: the optimum of the whole
 * lattice, by branch and bound.
 *
 *   keys read together   one …  two …  three …  all
 *   bound of the loss     ≤      ≤       ≤       = what the node costs before t
 *
 * Records that are too few or too alike on some of the keys are so on all of them (K. LeFevre, D. DeWitt &
 * R. Ramakrishnan, Incognito, SIGMOD 2005: the subset property): what a node must suppress is at least what any two or
 * three of its keys alone force it to. Few keys make small tables, and each serves many nodes.
 */
export function leastLoss(
  counted: CountedTable,
  compiled: readonly CompiledKey[],
  policy: ClassPolicy,
  onProgress: (looked: { readonly nodes: number; readonly counted: number }) => void = () => undefined,
): SearchResult {
  const records = counted.counts.reduce((sum, count) => sum + count, 0);
  const tables = new NodeTables(counted, compiled);
  const { shape } = tables.raw;
  const subsets = subsetsBySize(compiled.length);
  const keptByNode = new Map<string, number>();
  const queue = new BestFirst<Candidate>();
  const nodes = nodesOf(compiled);
  nodes.forEach((node, rank) => {
    const keptLoss = lossOfKept(compiled, node);
    queue.add({ node, keptLoss, bound: informationLoss(keptLoss, records, records), rank, keysSeen: 1 });
  });

  const isEnough = (kept: number): boolean => kept > 0 && kept >= policy.keep * records;
  /** The most records that a node may keep, as its keys taken so many at a time tell. */
  const mostKept = (node: Node, keysSeen: number): number =>
    (subsets[keysSeen] ?? []).reduce((most, subset) => {
      const part = node.map((rank, key) => (subset.includes(key) ? rank : compiled[key]!.degrees));
      const name = part.join();
      let kept = keptByNode.get(name);
      if (kept === undefined) {
        kept = largeAndDiverse(tables.tableOf(part), shape, policy).records;
        keptByNode.set(name, kept);
      }
      return Math.min(most, kept);
    }, records);

  let best: (BestNode & { readonly bound: number; readonly rank: number }) | null = null;
  for (let candidate = queue.take(); candidate; candidate = queue.take()) {
    if (best && !isBefore(candidate, best)) break;
    const { node, keptLoss, rank } = candidate;
    const keysSeen = candidate.keysSeen + 1;
    if (keysSeen < Math.min(compiled.length, mostKeysOfBounds + 1)) {
      const kept = mostKept(node, keysSeen);
      if (isEnough(kept))
        queue.add({
          ...candidate,
          keysSeen,
          bound: Math.max(candidate.bound, informationLoss(keptLoss, kept, records)),
        });
      continue;
    }
    const table = tables.tableOf(node);
    onProgress({ nodes: nodes.length, counted: tables.made });
    const large = largeAndDiverse(table, shape, policy);
    if (!isEnough(large.records)) continue;
    const bound = informationLoss(keptLoss, large.records, records);
    if (best && !isBefore({ bound, rank }, best)) continue;
    const safe = closeToAll(table, tables.talliesOf(node, table), shape, policy, large);
    if (!isEnough(safe.records)) continue;
    const loss = informationLoss(keptLoss, safe.records, records);
    if (!best || isBefore({ bound: loss, rank }, best))
      best = { node, table, rows: tables.raw.rows, safe, loss, bound: loss, rank };
  }
  return { best, nodes: nodes.length, counted: tables.made };
}

// Four keys at a time make tables nearly as large as all of them.
const mostKeysOfBounds = 3;

/** Every combination of levels, from the least to the most general. */
function nodesOf(compiled: readonly CompiledKey[]): Node[] {
  const nodes = compiled.reduce<Node[]>(
    (shorter, { degrees }) =>
      shorter.flatMap((node) => Array.from({ length: degrees }, (_, rank) => [...node, rank])),
    [[]],
  );
  const heightOf = (node: Node): number => node.reduce((sum, rank) => sum + rank, 0);
  return nodes
    .map((node) => ({ node, height: heightOf(node) }))
    .sort((left, right) => left.height - right.height)
    .map(({ node }) => node);
}

/** The sets of keys, by how many they are. */
function subsetsBySize(keys: number): (readonly number[])[][] {
  const bySize: number[][][] = Array.from({ length: keys + 1 }, () => []);
  for (let set = 0; set < 2 ** keys; set += 1) {
    const subset = Array.from({ length: keys }, (_, key) => key).filter((key) => set & (1 << key));
    bySize[subset.length]!.push(subset);
  }
  return bySize;
}
