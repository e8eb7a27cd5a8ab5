import { beforeAll, describe, expect, it } from "vitest";
import { parquetReadObjects } from "hyparquet";
import { type Arena, groupedBy, mean } from "./arena.js";
import { type Partner, partnersOf } from "./people.js";
import { rankCorrelation } from "./record-scripts.js";
import { fileOf, nextRelease, type Released, rowsOfCsv, toldOf, truthOf, walked } from "./released.js";

const agreements = ["entente-demo-1", "entente-demo-2"] as const;
const [one, two] = agreements.map((agreement) => `researcher:${agreement}`) as [string, string];

/** A researcher who looks at everything about a release but what its records say: order, ids, cursors, files, tags. */
export function attacksOnOrder(arena: () => Arena): void {
  let release: string;
  let partners: Partner[];
  /** The mean place in the rosters of the members of whom the release says the same. */
  let placeOf: (record: Released) => number;
  let edges: { cursor: string; node: Released }[];
  beforeAll(async () => {
    const { hub } = arena();
    release = await nextRelease(hub, agreements, null);
    partners = await partnersOf(hub.database);
    const { toldOfPerson } = await truthOf(hub.database, release);
    const places = new Map(
      [
        ...groupedBy(
          partners.map(({ id }, place) => ({ told: toldOfPerson.get(id) ?? "", place })),
          ({ told }) => told,
        ),
      ].map(([told, alike]) => [told, mean(alike.map(({ place }) => place))]),
    );
    placeOf = (record) => places.get(toldOf(record))!;
    edges = await walked(hub, one, release, 400);
  }, 120_000);

  const leak = (records: readonly Released[]): number =>
    rankCorrelation(
      records.map((_, place) => place),
      records.map(placeOf),
    );
  const byChance = (records: readonly unknown[]): number => 4 / Math.sqrt(records.length);

  describe("the order of a release", () => {
    it("tells nothing of the order of the rosters, in pages and in files of each format", async () => {
      const { hub } = arena();
      const csv = rowsOfCsv((await fileOf(hub, one, `${release}.csv`)).bytes);
      const ndjson = (await fileOf(hub, one, `${release}.ndjson`)).bytes
        .toString()
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Released);
      const { bytes } = await fileOf(hub, one, `${release}.parquet`);
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
      const parquet = (await parquetReadObjects({ file })) as Released[];
      const rosters = rankCorrelation(
        partners.map((_, place) => place),
        partners.map((_, place) => place),
      );
      for (const [way, records] of Object.entries({
        pages: edges.map(({ node }) => node),
        CSV: csv,
        NDJSON: ndjson,
        Parquet: parquet,
      })) {
        const correlation = leak(records);
        arena().scores.push({
          attack: `order of ${way}`,
          measure: "rank correlation with the rosters",
          hub: correlation,
          raw: rosters,
          chance: `within ${byChance(records).toFixed(3)} of 0`,
        });
        expect(records.length).toBe(edges.length);
        expect(Math.abs(correlation)).toBeLessThan(byChance(records));
      }
      // The same script finds an order that was not shuffled.
      const unshuffled = edges.map(({ node }) => node).sort((left, right) => placeOf(left) - placeOf(right));
      expect(leak(unshuffled)).toBeGreaterThan(0.99);
    });

    it("tells nothing of what the records say: neighbours are alike as often as any two", () => {
      const alike = (records: readonly Released[], column: string): number =>
        mean(records.slice(1).map((record, index) => Number(record[column] === records[index]![column])));
      const records = edges.map(({ node }) => node);
      for (const column of ["regionGroup", "standing", "experienceDomain"]) {
        const lots = [...groupedBy(records, (record) => record[column]!).values()].reduce(
          (sum, same) => sum + (same.length / records.length) ** 2,
          0,
        );
        const attained = alike(records, column);
        arena().scores.push({
          attack: `neighbours, ${column}`,
          measure: "pairs alike",
          hub: attained,
          raw: alike(
            [...records].sort((left, right) => placeOf(left) - placeOf(right)),
            column,
          ),
          chance: `${lots.toFixed(3)} by lot`,
        });
        expect(Math.abs(attained - lots)).toBeLessThan(byChance(records));
      }
    });
  });

  describe("row ids, cursors and tags", () => {
    it("hold nothing but chance: random ids, a cursor of its own row, another tag for another agreement", async () => {
      const { hub } = arena();
      const places: string[] = [];
      const names = [...new Set(partners.map(({ establishment }) => establishment))];
      for (const { cursor, node } of edges) {
        expect(node.rowId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        // A signature of 16 bytes, then the place among the agreement's own rows and how many they are.
        const place = Buffer.from(cursor, "base64url").subarray(16).toString();
        places.push(place);
      }
      expect(places).toEqual(edges.map((_, index) => `${index + 1}/${edges.length}`));
      for (const ending of ["csv", "ndjson", "parquet"]) {
        const [left, right] = [
          await fileOf(hub, one, `${release}.${ending}`),
          await fileOf(hub, two, `${release}.${ending}`),
        ];
        expect(left.etag).not.toBe(right.etag);
        for (const name of names) expect(left.bytes.includes(name)).toBe(false);
        expect(left.bytes.includes("P-0001")).toBe(false);
      }
      const others = new Set((await walked(hub, two, release)).map(({ node }) => node.rowId));
      expect(edges.filter(({ node }) => others.has(node.rowId!))).toEqual([]);
    });
  });
}
