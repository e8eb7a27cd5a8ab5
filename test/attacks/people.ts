import { seededRandom } from "../../seeds/demo/random.js";
import { experienceDomainGroup } from "../../subgraphs/partners/release/anonymisation/experience-domain.js";
import { regionGroups } from "../../subgraphs/partners/release/hierarchies/partner-hierarchies.js";
import type { TestDatabase } from "../harness/database.js";

/** Somebody of the population. What an acquaintance knows is fine; the rest is told by generalising it. */
export interface Person {
  readonly id: string;
  /** The establishment whose roster the person is in; null for somebody who is no partner. */
  readonly establishment: string | null;
  readonly region: string;
  readonly ageBand: string;
  readonly gender: string;
  readonly firstLanguage: string;
  readonly joinedYear: number | null;
}

/** A partner, with what must not be inferred. */
export interface Partner extends Person {
  readonly establishment: string;
  readonly status: string;
  readonly standing: string;
  readonly experienceDomain: string;
}

const groupOfRegion = new Map<string, string>(
  Object.entries(regionGroups).flatMap(([group, members]) => members.map((region) => [region, group])),
);

/** The keys of a release, as its public dictionary explains them. */
export const coarseKeys = ({ region, ageBand, gender }: Person): string =>
  [
    groupOfRegion.get(region) ?? region,
    ageBand === "UNDER_18" || ageBand === "A18_34" ? "UNDER_35" : ageBand,
    gender,
  ].join(" ");

/** What a neighbour, a colleague or a staff magazine tells of a partner. */
export const fineKeys = ({ region, ageBand, gender, firstLanguage, joinedYear }: Person): string =>
  [region, ageBand, gender, firstLanguage, joinedYear].join(" ");

/** The rosters as the establishments sent them, in their own order; who has left is in none. */
export async function partnersOf(database: TestDatabase): Promise<Partner[]> {
  const rows = await database.query<Record<string, never> & { domains: string[] }>(
    `SELECT establishment || ' ' || local_id AS id, establishment, status, region, age_band AS "ageBand", gender,
       first_language AS "firstLanguage", joined_year AS "joinedYear", standing, experience_domains AS domains
     FROM partners.partner WHERE status <> 'LEFT' ORDER BY establishment, local_id`,
  );
  return rows.map(({ domains, ...row }) => ({
    ...(row as unknown as Omit<Partner, "experienceDomain">),
    experienceDomain: experienceDomainGroup(domains),
  }));
}

/** A register of the population: the partners, and others of the same regions, ages, genders and languages. */
export function populationRegister(partners: readonly Partner[], size = 20_000): Person[] {
  const random = seededRandom(20_000);
  const others = Array.from({ length: size - partners.length }, (_, index): Person => ({
    id: `somebody ${index}`,
    establishment: null,
    region: random.pick(partners).region,
    ageBand: random.pick(partners).ageBand,
    gender: random.pick(partners).gender,
    firstLanguage: random.pick(partners).firstLanguage,
    joinedYear: null,
  }));
  return random.shuffle([...partners, ...others]);
}
