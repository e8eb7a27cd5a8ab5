import { beforeAll, describe, expect, it } from "vitest";
import { type Arena, groupedBy } from "./arena.js";
import { coarseKeys, fineKeys, type Partner, partnersOf, populationRegister } from "./people.js";
import { inference, linkage } from "./record-scripts.js";
import { keysOf, recordsOf, type Released, toldOf, truthOf } from "./released.js";

/** The policy of the hub, as its risk reports tell it. */
const [k, t] = [11, 0.5];
const release = "partenaires-demo-1";
const account = "researcher:entente-demo-1";

/** A researcher who has one release, and knows much about people. */
export function attacksOnOneRelease(arena: () => Arena): void {
  let records: Released[];
  let partners: Partner[];
  let truth: Awaited<ReturnType<typeof truthOf>>;
  beforeAll(async () => {
    const { hub } = arena();
    records = await recordsOf(hub, account, release);
    partners = await partnersOf(hub.database);
    truth = await truthOf(hub.database, release);
  }, 60_000);

  const chanceThatIs = (record: Released, { id }: { id: string }): number =>
    truth.toldOfPerson.get(id) === toldOf(record) ? 1 / truth.alike.get(toldOf(record))! : 0;
  const ofHub = { told: keysOf, known: coarseKeys };
  const ofRaw = { told: fineKeys, known: fineKeys };

  describe("linkage with a register of 20,000 people", () => {
    it("names the right person no more often than one in eleven; in the rosters it finds most partners", () => {
      const register = populationRegister(partners);
      const [hub, raw] = [
        linkage(records, register, ofHub, chanceThatIs),
        linkage(partners, register, ofRaw, (one, other) => Number(one.id === other.id)),
      ];
      arena().scores.push({
        attack: "linkage, population register",
        measure: "re-identification rate",
        hub: hub.rate,
        raw: raw.rate,
        chance: `<= 1/${k} = ${(1 / k).toFixed(3)}`,
      });
      expect(records.length).toBeGreaterThan(1_000);
      expect(hub.best).toBeLessThanOrEqual(1 / k);
      expect(hub.certain).toBe(0);
      expect(raw.rate).toBeGreaterThan(0.5);
    });

    it("does so for who knows which people are partners too, and gains nothing for any single one", () => {
      const [hub, raw] = [
        linkage(records, partners, ofHub, chanceThatIs),
        linkage(partners, partners, ofRaw, (one, other) => Number(one.id === other.id)),
      ];
      arena().scores.push({
        attack: "linkage, register of the partners",
        measure: "highest rate of any record",
        hub: hub.best,
        raw: raw.best,
        chance: `<= 1/${k} = ${(1 / k).toFixed(3)}`,
      });
      expect(hub.best).toBeLessThanOrEqual(1 / k);
      expect(raw.best).toBe(1);
      expect(raw.rate).toBeGreaterThan(0.5);
    });
  });

  describe("inference about a partner whom one knows", () => {
    it.each(["standing", "experienceDomain"] as const)(
      "guesses %s no better than the release's own distribution and t allow; from the rosters it reads it",
      (column) => {
        const [hub, raw] = [
          inference(
            records,
            partners,
            ofHub,
            (record) => record[column]!,
            (person) => person[column],
          ),
          inference(
            partners,
            partners,
            ofRaw,
            (person) => person[column],
            (person) => person[column],
          ),
        ];
        arena().scores.push({
          attack: `inference of ${column}`,
          measure: "accuracy",
          hub: hub.rate,
          raw: raw.rate,
          chance: `${hub.chance.toFixed(3)}, + t ${t}`,
        });
        // On average hardly more than always saying the most frequent value; for nobody more than t beyond it.
        expect(hub.rate).toBeLessThan(hub.chance + 0.1);
        expect(hub.surest).toBeLessThanOrEqual(hub.chance + t);
        expect(raw.rate).toBeGreaterThan(hub.chance + 0.2);
      },
    );
  });

  describe("inference about a partner of whom one knows the standing as well", () => {
    it("guesses the domain of experience hardly better on average; how sure it may be of one is told, not promised", () => {
      const domain = (of: { readonly [column: string]: unknown }): string => String(of.experienceDomain);
      const [hub, raw] = [
        inference(
          records,
          partners,
          {
            told: (record) => `${keysOf(record)} ${record.standing}`,
            known: (person) => `${coarseKeys(person)} ${(person as Partner).standing}`,
          },
          domain,
          (person) => person.experienceDomain,
        ),
        inference(
          partners,
          partners,
          {
            told: (person) => `${fineKeys(person)} ${person.standing}`,
            known: (person) => `${fineKeys(person)} ${(person as Partner).standing}`,
          },
          (person) => person.experienceDomain,
          (person) => person.experienceDomain,
        ),
      ];
      const attack = "inference, standing known";
      arena().scores.push(
        {
          attack,
          measure: "accuracy",
          hub: hub.rate,
          raw: raw.rate,
          chance: `${hub.chance.toFixed(3)}, + t ${t}`,
        },
        {
          attack,
          measure: "surest guess of any",
          hub: hub.surest,
          raw: raw.surest,
          chance: "not promised: k, l and t are counted on keys",
        },
      );
      expect(hub.rate).toBeLessThan(hub.chance + t);
      expect(hub.rate).toBeLessThan(raw.rate - 0.2);
    });
  });

  describe("what a contributor knows", () => {
    it("leaves a partner who finds the own row among at least ten others", () => {
      const others = [...groupedBy(records, keysOf).values()].map((alike) => alike.length - 1);
      const raw = [...groupedBy(partners, fineKeys).values()].map((alike) => alike.length - 1);
      arena().scores.push({
        attack: "a partner's own row",
        measure: "fewest others alike",
        hub: Math.min(...others),
        raw: Math.min(...raw),
        chance: `>= k - 1 = ${k - 1}`,
      });
      expect(Math.min(...others)).toBeGreaterThanOrEqual(k - 1);
      expect(Math.min(...raw)).toBe(0);
    });
  });
}
