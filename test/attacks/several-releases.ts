import { beforeAll, describe, expect, it } from "vitest";
import { type Arena, groupedBy, mean } from "./arena.js";
import { coarseKeys, type Partner, partnersOf } from "./people.js";
import { subtraction } from "./record-scripts.js";
import { keysOf, nextRelease, recordsOf, type Released, toldOf, truthOf } from "./released.js";

const k = 11;
const l = 3;
const [one, two] = ["entente-demo-1", "entente-demo-2"] as const;
const as = (agreement: string): string => `researcher:${agreement}`;
const rawTold = (partner: Partner): string =>
  [coarseKeys(partner), partner.standing, partner.experienceDomain].join(" ");

/** Researchers who put together two versions, or two agreements' copies, and know who joined and who left in between. */
export function attacksOnSeveralReleases(arena: () => Arena): void {
  let leavers: Partner[];
  let newcomers: Partner[];
  const known = { before: [] as Released[], after: [] as Released[] };
  const raw = { before: [] as Partner[], after: [] as Partner[] };
  let first: string;
  beforeAll(async () => {
    const { hub } = arena();
    first = await nextRelease(hub, [one, two], "partenaires-demo-1");
    raw.before = await partnersOf(hub.database);
    const { toldOfPerson } = await truthOf(hub.database, first);
    const classes = [
      ...groupedBy(
        raw.before.filter(({ id }) => toldOfPerson.has(id)),
        coarseKeys,
      ).values(),
    ]
      .sort((left, right) => right.length - left.length)
      .map((alike) => alike[Math.floor(alike.length / 2)]!);
    leavers = classes.slice(0, 3);
    await hub.database.query(
      "UPDATE partners.partner SET status = 'LEFT' WHERE establishment || ' ' || local_id = ANY ($1)",
      [leavers.map(({ id }) => id)],
    );
    await hub.database.query(
      `INSERT INTO partners.partner SELECT (jsonb_populate_record(alike, jsonb_build_object('local_id', 'N-' || local_id))).*
       FROM partners.partner AS alike WHERE establishment || ' ' || local_id = ANY ($1)`,
      [classes.slice(3, 5).map(({ id }) => id)],
    );
    // One researcher has the version before, another the one after: they meet.
    const second = await nextRelease(hub, [two], first);
    known.before = await recordsOf(hub, as(one), first);
    known.after = await recordsOf(hub, as(two), second);
    raw.after = await partnersOf(hub.database);
    newcomers = raw.after.filter(({ id }) => id.includes(" N-"));
  }, 120_000);

  /** How surely each person is found among the records that are in the one and not in the other. */
  const found = <Told>(
    persons: readonly Partner[],
    left: ReadonlyMap<string, readonly Told[]>,
    told: (record: Told) => string,
    truth: (person: Partner) => string,
  ): number =>
    mean(
      persons.map((person) => {
        const pool = left.get(coarseKeys(person)) ?? [];
        return pool.some((record) => told(record) === truth(person)) ? 1 / pool.length : 0;
      }),
    );

  describe("intersection of two releases by researchers who collude", () => {
    it("finds who left among eleven at least, of three values at least; in the rosters it finds them all", () => {
      const left = subtraction(known.before, known.after, keysOf, toldOf);
      const [hub, rosters] = [
        found(leavers, left, toldOf, rawTold),
        found(leavers, subtraction(raw.before, raw.after, coarseKeys, rawTold), rawTold, rawTold),
      ];
      arena().scores.push({
        attack: "intersection, who left",
        measure: "re-identification rate",
        hub,
        raw: rosters,
        chance: `<= 1/${k} = ${(1 / k).toFixed(3)}`,
      });
      expect(known.before.length).toBeGreaterThan(known.after.length);
      for (const pool of left.values()) {
        expect(pool.length).toBeGreaterThanOrEqual(k);
        for (const column of ["standing", "experienceDomain"])
          expect(new Set(pool.map((record) => record[column])).size).toBeGreaterThanOrEqual(l);
      }
      expect(hub).toBeGreaterThan(0);
      expect(hub).toBeLessThanOrEqual(1 / k);
      expect(rosters).toBe(1);
    });

    it("finds nobody who came, before enough came together; in the rosters it finds them all", () => {
      const came = subtraction(known.after, known.before, keysOf, toldOf);
      const [hub, rosters] = [
        found(newcomers, came, toldOf, rawTold),
        found(newcomers, subtraction(raw.after, raw.before, coarseKeys, rawTold), rawTold, rawTold),
      ];
      arena().scores.push({
        attack: "intersection, who came",
        measure: "re-identification rate",
        hub,
        raw: rosters,
        chance: `<= 1/${k} = ${(1 / k).toFixed(3)}`,
      });
      expect(newcomers.length).toBe(2);
      for (const pool of came.values()) expect(pool.length).toBeGreaterThanOrEqual(k);
      expect(hub).toBeLessThanOrEqual(1 / k);
      expect(rosters).toBe(1);
    });
  });

  describe("two agreements that have the same release", () => {
    it("join no record of theirs to one of the other's better than by drawing lots", async () => {
      const { hub } = arena();
      const [left, right] = [await recordsOf(hub, as(one), first), await recordsOf(hub, as(two), first)];
      const ids = new Set(left.map(({ rowId }) => rowId));
      const joinedBy = (
        idOf: (record: Released, place: number) => string,
        copy: readonly Released[],
      ): number => {
        const places = new Map(copy.map((record, place) => [idOf(record, place), record]));
        return mean(
          left.map((record, place) => {
            const other = places.get(idOf(record, place));
            return Number(other !== undefined && toldOf(other) === toldOf(record));
          }),
        );
      };
      const byPlace = joinedBy((_, place) => String(place), right);
      const lots = mean(
        left.map((record) => left.filter((other) => toldOf(other) === toldOf(record)).length / left.length),
      );
      arena().scores.push({
        attack: "two agreements, joined by place",
        measure: "rows that agree",
        hub: byPlace,
        raw: joinedBy((_, place) => String(place), left),
        chance: `${lots.toFixed(3)} by lot`,
      });
      expect(right.filter(({ rowId }) => ids.has(rowId))).toEqual([]);
      expect(Math.abs(byPlace - lots)).toBeLessThan(5 * Math.sqrt(lots / left.length));
      expect(right.map(toldOf).sort()).toEqual(left.map(toldOf).sort());
    });
  });
}
