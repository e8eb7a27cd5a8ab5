import { completePolicy } from "../../subgraphs/quality-indicators/disclosure/disclosure-policy.js";
import { judgeCount } from "../../subgraphs/quality-indicators/disclosure/primary-rules.js";
import type {
  Figure,
  ProtectedTable,
} from "../../subgraphs/quality-indicators/disclosure/protected-table.js";

const establishmentsAtOnce = 35;
const regionsAtOnce = 18;
const peerGroups = 4;
const regionGroups = 5;
/** So many the ministry publishes at most. */
const everyIndicator = 20;
const years = 3;
const categories = 3;

/** A sequence that looks random and is the same each time. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A publication like the hub's: every indicator's counts by category, and those who answered, of each establishment,
 * region, peer group, group of regions and the province, for three years; each establishment knows its own. No figure
 * links two indicators or two years: a table of fewer indicators is a share of the whole.
 */
export function publicationTable(times: number, indicators = everyIndicator): ProtectedTable {
  const next = sequence(5);
  const policy = completePolicy({});
  const establishments = Array.from({ length: establishmentsAtOnce * times }, (_, rank) => rank);
  const regions = regionsAtOnce * times;
  // Fourteen of twenty regions have a single establishment, as in 2024.
  const regionOf = establishments.map((rank) =>
    rank < regions ? rank : Math.floor((rank % Math.ceil(regions / 4)) * 4),
  );
  const areas = [
    ...establishments.map((rank) => [rank]),
    ...membersOf(establishments, regions, (rank) => regionOf[rank]!),
    ...membersOf(establishments, peerGroups, (rank) => rank % peerGroups),
    ...membersOf(establishments, regionGroups, (rank) => regionOf[rank]! % regionGroups),
    establishments,
  ];
  const unknowns: { value: number; lower: number; upper: null; isWhole: true }[] = [];
  const figures: Figure[] = [];
  const knows = establishments.map((): { unknown: number; lower: number; upper: number }[] => []);
  for (let survey = 0; survey < indicators * years; survey += 1) {
    const first = unknowns.length;
    for (const establishment of establishments)
      for (let category = 0; category < categories; category += 1) {
        // Many small counts, few large ones.
        const value = Math.floor(60 * next() ** (1 + category));
        knows[establishment]!.push({ unknown: unknowns.length, lower: value, upper: value });
        unknowns.push({ value, lower: 0, upper: null, isWhole: true });
      }
    for (const members of areas) {
      const ofCategory = Array.from({ length: categories }, (_, category) =>
        members.map((establishment) => first + establishment * categories + category),
      );
      for (const summed of [...ofCategory, ofCategory.flat()]) {
        const value = summed.reduce((sum, unknown) => sum + unknowns[unknown]!.value, 0);
        const found = judgeCount({ value }, policy);
        figures.push({
          terms: summed.map((unknown) => ({ unknown, times: 1 })),
          isShown: found === null,
          cost: Math.max(1, value),
          width: found?.width ?? null,
        });
      }
    }
  }
  return {
    unknowns,
    figures,
    insiders: knows.map((known, rank) => ({ name: `establishment-${rank}`, knows: known })),
  };
}

const membersOf = (establishments: readonly number[], groups: number, groupOf: (rank: number) => number) =>
  Array.from({ length: groups }, (_, group) =>
    establishments.filter((rank) => groupOf(rank) === group),
  ).filter((members) => members.length > 0);
