import type { EntityManager } from "typeorm";
import { engagementCodes } from "../engagement/engagement.codes.js";
import { experienceDomainGroups } from "./anonymisation/experience-domain.js";
import { regionGroups } from "./hierarchies/partner-hierarchies.js";

const list = (codes: readonly string[]): string => `ARRAY[${codes.map((code) => `'${code}'`).join(", ")}]`;

const leaderships = ["PROFESSIONAL_LED", "CO_LED", "PATIENT_LED"];
const domain = Object.entries(experienceDomainGroups)
  .map(([group, sectors]) => `WHEN experience_domains[1] = ANY (${list(sectors)}) THEN '${group}'`)
  .join(" ");

const region = Object.entries(regionGroups)
  .map(([group, members]) => `WHEN region = ANY (${list(members)}) THEN '${group}'`)
  .join(" ");

/** How the finest value that may be released of each variable is told by a partner, or by all the engagements of a partner together. */
const told: Readonly<Record<string, { readonly ofPartner: string; readonly ofEngagements?: string }>> = {
  // What no list knows stays as it is: no hierarchy knows it either, and the release is refused.
  regionGroup: { ofPartner: `CASE ${region} ELSE region END` },
  ageBand: { ofPartner: "CASE WHEN age_band IN ('UNDER_18', 'A18_34') THEN 'UNDER_35' ELSE age_band END" },
  gender: { ofPartner: "gender" },
  firstLanguage: {
    ofPartner:
      "CASE WHEN first_language IN ('INDIGENOUS', 'OTHER', 'UNDISCLOSED') THEN 'OTHER_OR_UNDISCLOSED' ELSE first_language END",
  },
  joinedPeriod: {
    ofPartner:
      "CASE WHEN joined_year < 2015 THEN 'UNTIL_2014' WHEN joined_year < 2020 THEN 'Y2015_2019' ELSE 'Y2020_PLUS' END",
  },
  engagementCount: {
    ofPartner:
      "CASE WHEN engagements IS NULL THEN '0' WHEN engagements = 1 THEN '1' WHEN engagements < 4 THEN '2-3' ELSE '4+' END",
    ofEngagements: "count(*) AS engagements",
  },
  profile: {
    ofPartner: "CASE cardinality(profiles) WHEN 0 THEN 'NONE' WHEN 1 THEN profiles[1] ELSE 'SEVERAL' END",
  },
  trained: { ofPartner: "CASE WHEN trained THEN 'YES' ELSE 'NO' END" },
  standing: { ofPartner: "standing" },
  experienceDomain: { ofPartner: `CASE ${domain} ELSE 'OTHER_OR_UNSTATED' END` },
  highestDegree: {
    ofPartner: `COALESCE((${list(engagementCodes.degree)})[degree], 'NONE')`,
    ofEngagements: `max(array_position(${list(engagementCodes.degree)}, degree)) AS degree`,
  },
  leadership: {
    ofPartner: `COALESCE((${list(leaderships)})[leadership], 'NONE')`,
    ofEngagements: `max(array_position(${list(leaderships)}, leadership)) AS leadership`,
  },
  mainSphere: {
    ofPartner: `COALESCE((${list(engagementCodes.sphere)})[sphere], 'NONE')`,
    ofEngagements: `mode() WITHIN GROUP (ORDER BY array_position(${list(engagementCodes.sphere)}, sphere)) AS sphere`,
  },
};

const toldOf = (variable: string) => {
  const known = told[variable];
  if (!known) throw new RangeError(`variable: expected ${Object.keys(told).join(", ")}, got ${variable}`);
  return known;
};

/**
 * One row a partner who is in a roster now, with the finest value of each variable as v1, v2, …: the partner and the summary
 * of its engagements. Who has left is in no later release; who was withdrawn is in no roster.
 */
function joinedRecord(variables: readonly string[]): string {
  const summaries = variables.flatMap((variable) => toldOf(variable).ofEngagements ?? []);
  const values = variables.map((variable, index) => `${toldOf(variable).ofPartner} AS v${index + 1}`);
  const engaged =
    summaries.length === 0
      ? ""
      : `LEFT JOIN (SELECT establishment, local_id, ${summaries.join(", ")} FROM partners.engagement
           GROUP BY establishment, local_id) AS engaged USING (establishment, local_id)`;
  return `SELECT establishment, local_id, synthetic, ${values.join(", ")}
    FROM partners.partner ${engaged} WHERE status <> 'LEFT'`;
}

// Which combination of which earlier release somebody was in, as one text; nobody has it who was in none.
const past = `SELECT establishment, local_id, string_agg(release || ':' || combination, ' ' ORDER BY release) AS history
  FROM partners.release_member GROUP BY establishment, local_id`;

const columnsOf = (variables: readonly string[]): string[] => variables.map((_, index) => `v${index + 1}`);

/** Persons alike in everything that any release could tell of them. */
export interface CountedPersons {
  /** The finest value of each variable; null for persons who are in no roster now. */
  readonly values: readonly string[] | null;
  /** Their combination in each earlier release that holds them. */
  readonly history: string;
  readonly count: number;
  readonly synthetic: boolean;
}

/** Counts the persons of the rosters, and those of earlier releases, by what the releases tell of them. */
export async function countPersons(
  manager: EntityManager,
  variables: readonly string[],
  isFirst: boolean,
): Promise<CountedPersons[]> {
  const columns = columnsOf(variables).join(", ");
  const rows = (await manager.query(
    isFirst
      ? `SELECT ${columns}, '' AS history, true AS here, count(*)::integer AS count, bool_or(synthetic) AS synthetic
         FROM (${joinedRecord(variables)}) AS present GROUP BY ${columns}`
      : `SELECT ${columns}, COALESCE(history, '') AS history, present.synthetic IS NOT NULL AS here,
           count(*)::integer AS count, COALESCE(bool_or(synthetic), false) AS synthetic
         FROM (${joinedRecord(variables)}) AS present FULL JOIN (${past}) AS past USING (establishment, local_id)
         GROUP BY ${columns}, history, here`,
  )) as ({ history: string; here: boolean; count: number; synthetic: boolean } & Record<string, string>)[];
  return rows.map((row) => ({
    values: row.here ? columnsOf(variables).map((column) => row[column] ?? "") : null,
    history: row.history,
    count: row.count,
    synthetic: row.synthetic,
  }));
}

/** Persons who are taken into a release: those with these values and this history, all of them or some. */
export interface TakenPersons {
  readonly values: readonly string[];
  readonly history: string;
  /** Number of the combination that the release tells of them. */
  readonly combination: number;
  /** How many of them, drawn at random; null for all. */
  readonly some: number | null;
}

/** Takes persons into a release that is being built. */
export async function insertMembers(
  manager: EntityManager,
  release: string,
  variables: readonly string[],
  taken: readonly TakenPersons[],
  isFirst: boolean,
): Promise<void> {
  const drawn = taken.filter(({ some }) => some !== null);
  const whole = taken.filter(({ some }) => some === null);
  for (const [persons, isDrawn] of [[whole, false] as const, [drawn, true] as const])
    if (persons.length > 0)
      await manager.query(membersOf(variables, isFirst, isDrawn), [
        release,
        ...variables.map((_, index) => persons.map(({ values }) => values[index])),
        persons.map(({ combination }) => combination),
        ...(isFirst ? [] : [persons.map(({ history }) => history)]),
        ...(isDrawn ? [persons.map(({ some }) => some)] : []),
      ]);
}

function membersOf(variables: readonly string[], isFirst: boolean, isDrawn: boolean): string {
  const columns = columnsOf(variables);
  const names = [...columns, "combination", ...(isFirst ? [] : ["history"]), ...(isDrawn ? ["most"] : [])];
  const types = names.map((name) => (name === "combination" || name === "most" ? "integer[]" : "text[]"));
  const given = `unnest(${types.map((type, index) => `$${index + 2}::${type}`).join(", ")})
    WITH ORDINALITY AS taken (${names.join(", ")}, place)`;
  const alike = columns.map((column) => `taken.${column} = present.${column}`);
  const matched = `
    SELECT taken.combination, present.establishment, present.local_id${
      isDrawn ? ", most, row_number() OVER (PARTITION BY place ORDER BY gen_random_uuid()) AS rank" : ""
    }
    FROM (${joinedRecord(variables)}) AS present
    ${isFirst ? "" : `LEFT JOIN (${past}) AS past USING (establishment, local_id)`}
    JOIN ${given} ON ${[...alike, ...(isFirst ? [] : ["taken.history = COALESCE(past.history, '')"])].join(" AND ")}`;
  return `INSERT INTO partners.release_member (release, combination, establishment, local_id)
    SELECT $1, combination, establishment, local_id FROM (${matched}) AS matched ${isDrawn ? "WHERE rank <= most" : ""}`;
}
