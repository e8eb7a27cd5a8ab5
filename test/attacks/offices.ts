import { beforeAll, describe, expect, it } from "vitest";
import { type Arena, groupedBy, mean } from "./arena.js";
import { coarseKeys, fineKeys, type Partner, partnersOf } from "./people.js";
import { columns, keysOf, nextRelease, recordsOf, type Released, toldOf, truthOf } from "./released.js";

// What the policy promises against an establishment that counts its own partners out.
const [k, l] = [5, 2];
const agreement = "entente-demo-1";
const account = `researcher:${agreement}`;

/** What an office knows of its own roster, taken out of every class that it has somebody in: the others of the class. */
function othersOf<Told>(
  all: readonly Told[],
  own: readonly Told[],
  keys: (record: Told) => string,
  told: (record: Told) => string,
): Told[][] {
  const mine = groupedBy(own, told);
  return [...groupedBy(all, keys).values()].flatMap((alike) => {
    const others = [...groupedBy(alike, told)].flatMap(([value, same]) =>
      same.slice(mine.get(value)?.length ?? 0),
    );
    return others.length === 0 || others.length === alike.length ? [] : [others];
  });
}

/** A researcher who works for an office, or shares the records with one. */
export function attacksByOffices(arena: () => Arena): void {
  const attempts = async (release: string) => {
    const { hub } = arena();
    const records = await recordsOf(hub, account, release);
    const partners = await partnersOf(hub.database);
    const { toldOfPerson } = await truthOf(hub.database, release);
    const someOf = new Map(records.map((record) => [toldOf(record), record]));
    const offices = [...groupedBy(partners, ({ establishment }) => establishment)];
    const membersOf = (own: readonly Partner[]): Released[] =>
      own
        .map(({ id }) => someOf.get(toldOfPerson.get(id) ?? ""))
        .filter((record): record is Released => record !== undefined);
    const [hubOthers, rawOthers] = [
      offices.flatMap(([office, own]) =>
        othersOf(records, membersOf(own), keysOf, toldOf).map((others) => ({ office, others })),
      ),
      offices.flatMap(([, own]) => othersOf(partners, own, fineKeys, ({ id }) => id)),
    ];
    return { hubOthers, rawOthers };
  };
  const fewestOf = (lists: readonly (readonly unknown[])[]): number =>
    Math.min(...lists.map((list) => list.length));
  const diversityOf = (others: readonly Released[]): number =>
    Math.min(...columns.slice(3).map((column) => new Set(others.map((record) => record[column])).size));

  describe("subtraction of the own partners", () => {
    it("leaves in every class as many others, and as diverse, as the release promises", async () => {
      const { hubOthers, rawOthers } = await attempts("partenaires-demo-1");
      const others = hubOthers.map((each) => each.others);
      const rate = (lists: readonly (readonly unknown[])[]): number =>
        mean(lists.flatMap((list) => list.map(() => 1 / list.length)));
      const chance = `<= 1/${k} = ${(1 / k).toFixed(3)}`;
      const attack = "an office's own partners";
      arena().scores.push(
        { attack, measure: "mean rate over the others", hub: rate(others), raw: rate(rawOthers), chance },
        {
          attack,
          measure: "highest rate of any",
          hub: 1 / fewestOf(others),
          raw: 1 / fewestOf(rawOthers),
          chance,
        },
      );
      expect(fewestOf(rawOthers)).toBe(1);
      expect({
        fewest: Math.min(k, fewestOf(others)),
        leastDiverse: Math.min(l, ...others.map(diversityOf)),
      }).toEqual({ fewest: k, leastDiverse: l });
    }, 60_000);
  });

  describe("an office that has nearly all the partners of a kind", () => {
    let release: string;
    const kind = { region: "RSS-11", ageBand: "A35_49", gender: "NON_BINARY" };
    const office = "cisss-gaspesie";
    beforeAll(async () => {
      const { hub } = arena();
      // Twelve of its own, and one of another office who is like them.
      await hub.database.query(
        `INSERT INTO partners.partner
         SELECT (jsonb_populate_record(alike, $1 || jsonb_build_object('local_id', 'K-' || local_id))).*
         FROM partners.partner AS alike
         WHERE (establishment, local_id) IN (
           SELECT establishment, local_id FROM partners.partner WHERE establishment = $2 AND status <> 'LEFT'
           ORDER BY md5(local_id) LIMIT 14)
           OR (establishment, local_id) IN (
           SELECT establishment, local_id FROM partners.partner WHERE establishment = 'chum' AND status <> 'LEFT'
           ORDER BY local_id LIMIT 1)`,
        [JSON.stringify({ age_band: kind.ageBand, gender: kind.gender, region: kind.region }), office],
      );
      release = await nextRelease(hub, [agreement], null);
    }, 120_000);

    it("does not find the one other of the kind, nor what that person said", async () => {
      const { hubOthers } = await attempts(release);
      const found = hubOthers.filter((each) => each.office === office).map(({ others }) => others);
      const partners = await partnersOf(arena().hub.database);
      const one = partners.find(({ id }) => id.startsWith("chum K-"))!;
      const alike = partners.filter((partner) => coarseKeys(partner) === coarseKeys(one));
      const ownAlike = alike.filter(({ establishment }) => establishment === office);
      expect(ownAlike.length).toBeGreaterThanOrEqual(11);
      const fewInRosters = alike.length - ownAlike.length;
      const ofKind = found.filter(([record]) => keysOf(record!) === coarseKeys(one));
      const read = ofKind.some(
        (others) =>
          others.length <= fewInRosters &&
          others.some(
            ({ standing, experienceDomain }) =>
              standing === one.standing && experienceDomain === one.experienceDomain,
          ),
      );
      arena().scores.push({
        attack: "an office with all but one of a kind",
        measure: "rate of finding the one",
        hub: read ? 1 / fewInRosters : 0,
        raw: 1 / fewInRosters,
        chance: `<= 1/${k} = ${(1 / k).toFixed(3)}`,
      });
      expect(ofKind.filter((others) => others.length < k)).toEqual([]);
    }, 60_000);
  });
}
