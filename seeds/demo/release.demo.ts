import { countedOut } from "../../subgraphs/partners/release/building/counted-out.js";
import {
  planSmallRelease,
  type ReleasePlan,
  withoutClasses,
} from "../../subgraphs/partners/release/building/release-plan.js";
import { experienceDomainGroup } from "../../subgraphs/partners/release/anonymisation/experience-domain.js";
import { dictionaryOf, standardVariables } from "../../subgraphs/partners/release/data-dictionary.js";
import { regionGroups } from "../../subgraphs/partners/release/hierarchies/partner-hierarchies.js";
import {
  Invasiveness,
  releaseLicence,
  releaseMethod,
  releasePolicy,
} from "../../subgraphs/partners/release/release-policy.js";
import type { Bed } from "../planting.js";
import { type Random, seededRandom } from "./random.js";
import type { DemoPartner, DemoRoster } from "./roster.demo.js";

const code = "partenaires-demo-1";

/** One approved release of the demonstration rosters, made as a real one is, for the given agreements. */
export function demoRelease({ partners }: DemoRoster, agreements: readonly string[]): Bed[] {
  const present = partners.filter(({ status }) => status !== "LEFT");
  const persons = [...groupedBy(present, (partner) => valuesOf(partner).join()).values()].map((alike) => ({
    values: valuesOf(alike[0]!),
    history: "",
    count: alike.length,
    synthetic: true,
  }));
  const planned = planSmallRelease({
    variables: standardVariables,
    persons,
    earlier: [],
    policy: releasePolicy,
  });
  if (!planned) throw new Error("demonstration release: the demonstration roster cannot be anonymised");
  const membersOf = ({ taken }: ReleasePlan) => {
    const combinationOf = new Map(taken.map(({ values, combination }) => [values.join(), combination]));
    return present.flatMap(({ establishment, localId, ...partner }) => {
      const combination = combinationOf.get(valuesOf(partner).join());
      return combination === undefined
        ? []
        : [{ release: code, combination, establishment, local_id: localId }];
    });
  };
  const alike = membersOf(planned).map((member) => ({ ...member, count: 1 }));
  const plan = withoutClasses(
    planned,
    countedOut(planned.combinations, alike, releasePolicy),
    standardVariables,
  );
  const members = membersOf(plan);
  const columns = dictionaryOf(standardVariables);
  // The demonstration is the same on every machine; a real release takes the system's own chance.
  const random = seededRandom(783);
  return [
    {
      table: "partners_release.release",
      rows: [
        {
          code,
          version: 1,
          title: "Partenaires — démonstration, données synthétiques",
          purpose: {
            fr: "Démonstration : décrire qui sont les partenaires, à quel titre et dans quels domaines.",
            en: "Demonstration: describe who the partners are, in what standing and in which domains.",
            status: "PROPOSED",
          },
          invasiveness: Invasiveness.LOW,
          licence: releaseLicence,
          method: releaseMethod,
          reassess_on: "2027-04-13",
          created_at: "2026-04-13T14:00:00Z",
          approved_at: "2026-04-14T14:00:00Z",
          built_by: "demo:steward-privacy",
          approved_by: "demo:steward-publish",
          keys: columns.filter(({ part }) => part === "KEY").map(({ column }) => column),
          columns,
          report: plan.report,
          synthetic: true,
          status: "APPROVED",
        },
      ],
    },
    {
      table: "partners_release.release_agreement",
      rows: agreements.map((agreement) => ({ release: code, agreement })),
    },
    {
      table: "partners.release_combination",
      rows: plan.combinations.map(({ keys, sensitive }, index) => ({
        release: code,
        number: index + 1,
        keys,
        sensitive,
      })),
    },
    { table: "partners.release_member", rows: members },
    {
      table: "partners_release.record",
      rows: agreements.flatMap((agreement) =>
        members
          .map(({ combination }) => ({ rowId: uuidFrom(random), told: plan.combinations[combination - 1]! }))
          .sort((one, other) => (one.rowId < other.rowId ? -1 : 1))
          .map(({ rowId, told: { keys, sensitive } }, index) => ({
            row_id: rowId,
            release: code,
            agreement,
            position: index + 1,
            region_group: keys[0],
            age_band: keys[1],
            gender: keys[2],
            standing: sensitive[0],
            experience_domain: sensitive[1],
          })),
      ),
    },
  ];
}

/** The joined record of a partner, in the order of the standard variables. */
const valuesOf = ({
  region,
  ageBand,
  gender,
  standing,
  experienceDomains,
}: Omit<DemoPartner, "establishment" | "localId">): string[] => [
  groupOfRegion.get(region) ?? region,
  ageBand === "UNDER_18" || ageBand === "A18_34" ? "UNDER_35" : ageBand,
  gender,
  standing,
  experienceDomainGroup(experienceDomains),
];
const groupOfRegion = new Map<string, string>(
  Object.entries(regionGroups).flatMap(([group, members]) => members.map((region) => [region, group])),
);

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function uuidFrom(random: Random): string {
  const hexadecimal = (digits: number): string =>
    Array.from({ length: digits }, () => random.integer(0, 15).toString(16)).join("");
  return `${hexadecimal(8)}-${hexadecimal(4)}-4${hexadecimal(3)}-8${hexadecimal(3)}-${hexadecimal(12)}`;
}
