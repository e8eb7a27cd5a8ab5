import { describe, expect, it } from "vitest";
import { seededRandom } from "../../seeds/demo/random.js";
import type { TestHub } from "../harness/hub.js";
import { type Arena, mean } from "./arena.js";
import { campaign, type OfficeAnswer, publicRows } from "./public-tables.js";
import { fileOf, keysOf, recordsOf, rowsOfCsv } from "./released.js";

const times = 4;

/** Asks for a number again and again, and takes the mean of what is answered; null when nothing ever is. */
export async function averaged(askOnce: () => Promise<(number | null)[]>): Promise<number | null> {
  const answers: number[] = [];
  for (let time = 0; time < times; time += 1)
    for (const answer of await askOnce()) if (answer !== null) answers.push(answer);
  return answers.length === 0 ? null : mean(answers);
}

interface Told {
  readonly area: { readonly level: string; readonly code: string };
  readonly value: number | null;
}

/** The active partners of an establishment, in every form in which the public may ask for them. */
async function everyForm(hub: TestHub, establishment: string): Promise<(number | null)[]> {
  const { data, errors } = await hub.ask<{
    plain: { observations: Told[] };
    level: { observations: Told[] };
    today: { observations: Told[] };
    place: { observations: Told[] };
  }>(
    `query ($campaign: String!, $establishment: String!) {
       plain: qualityIndicator(code: "IQP-06") { observations(campaign: $campaign) { ...told } }
       level: qualityIndicator(code: "IQP-06") { observations(campaign: $campaign, level: ESTABLISHMENT) { ...told } }
       today: qualityIndicator(code: "IQP-06") { observations(campaign: $campaign, asOf: "2026-05-04") { ...told } }
       place: establishment(code: $establishment) { observations(campaign: $campaign, indicator: "IQP-06") { ...told } }
     } fragment told on Observation { area { level code } value }`,
    { variables: { campaign, establishment } },
  );
  if (!data || errors) throw new Error(JSON.stringify(errors));
  const graph = Object.values(data).flatMap(({ observations }) =>
    observations
      .filter(({ area }) => area.level === "ESTABLISHMENT" && area.code === establishment)
      .map(({ value }) => value),
  );
  const file = (await publicRows(hub))
    .filter(
      (row) => row.indicator === "IQP-06" && row.level === "ESTABLISHMENT" && row.area === establishment,
    )
    .map(({ value }) => (value ? Number(value) : null));
  return [...graph, ...file];
}

/** Somebody who hopes that noise was added, and asks until it averages out. */
export function attacksByAveraging(arena: () => Arena, answers: () => readonly OfficeAnswer[]): void {
  describe("averaging", () => {
    it("over every form of a question finds no small number, and one answer for a number that is shown", async () => {
      const { hub } = arena();
      const small = answers().filter(({ active }) => active > 0 && active < 5);
      const shown = answers().find(({ active, bank }) => active >= 20 && bank - active >= 20)!;
      const random = seededRandom(5);
      const found = { hub: 0, raw: 0 };
      for (const { establishment, active } of small) {
        const average = await averaged(() => everyForm(hub, establishment));
        if (average !== null && Math.round(average) === active) found.hub += 1;
        // A publisher who adds noise to the raw number, anew for each answer.
        const noisy = async () => Array.from({ length: 200 }, () => active + random.integer(-3, 3));
        if (Math.round((await averaged(noisy))!) === active) found.raw += 1;
      }
      arena().scores.push({
        attack: "averaging over forms and time",
        measure: "small numbers found",
        hub: found.hub / small.length,
        raw: found.raw / small.length,
        chance: "0: nothing is answered",
      });
      expect(small.length).toBeGreaterThanOrEqual(3);
      expect(found.hub).toBe(0);
      expect(found.raw).toBe(small.length);
      const forms = await everyForm(hub, shown.establishment);
      expect(forms).toEqual(Array(5).fill(forms[0]));
      expect(forms[0]).toBe(shown.active);
    }, 60_000);

    it("over counts, pages and files of a release, and over two agreements, has one answer", async () => {
      const { hub } = arena();
      const release = "partenaires-demo-1";
      const counted = (keys: readonly string[]): string =>
        JSON.stringify(
          [...new Set(keys)].sort().map((key) => [key, keys.filter((other) => other === key).length]),
        );
      const heard = new Set<string>();
      for (const agreement of ["entente-demo-1", "entente-demo-2"]) {
        const account = `researcher:${agreement}`;
        const { data } = await hub.ask<{
          partnerRecordCounts: { groups: { values: string[]; count: number }[] };
        }>(
          `{ partnerRecordCounts(release: "${release}", groupBy: ["regionGroup", "ageBand", "gender"]) { groups { values count } } }`,
          { account },
        );
        heard.add(
          JSON.stringify(
            data!.partnerRecordCounts.groups
              .map(({ values, count }) => [values.join(" "), count] as const)
              .sort(([left], [right]) => (left < right ? -1 : 1)),
          ),
        );
        heard.add(counted((await recordsOf(hub, account, release)).map(keysOf)));
        heard.add(counted(rowsOfCsv((await fileOf(hub, account, `${release}.csv`)).bytes).map(keysOf)));
      }
      expect(heard.size).toBe(1);
    }, 60_000);
  });
}
