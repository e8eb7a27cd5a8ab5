import { beforeAll, describe, expect, it } from "vitest";
import { auditTable } from "../disclosure/audit-table.js";
import type { Figure, ProtectedTable } from "../disclosure/protected-table.js";
import { candidateRows, protectedPublication } from "./compute-publication.js";
import type { ObservationToPublish } from "./observation-to-publish.js";
import type { PublicationInput } from "./publication-input.js";
import { asEarlier, aPublication, changed, numberOf, realAnswers } from "./testing/a-publication.js";

// Some establishments with few active partners, and some of which nearly all are active.
const answers = changed(3, "B7", (answer) => ({ ...answer, number: 3 }), realAnswers).map((answer, index) => {
  const whole = numberOf(answer, "B6");
  return index !== 5 ? answer : changed(1, "B7", (given) => ({ ...given, number: whole - 2 }), [answer])[0]!;
});
const first = aPublication({ submissions: answers });
const corrected = changed(1, "B6", (answer) => ({ ...answer, number: (answer.number ?? 0) + 7 }), answers);

/** What a reader of the public rows knows: the sums of partners by area, and where each office stands. */
function readerOf(
  vintages: readonly { input: PublicationInput; rows: readonly ObservationToPublish[] }[],
): ProtectedTable & { readonly secrets: readonly number[] } {
  const unknowns: { value: number; lower: number; upper: null; isWhole: true }[] = [];
  const ranks = new Map<string, number>();
  const unknown = (office: string, what: string, value: number): number => {
    const key = `${office} ${what} ${value}`;
    if (!ranks.has(key)) ranks.set(key, unknowns.push({ value, lower: 0, upper: null, isWhole: true }) - 1);
    return ranks.get(key)!;
  };
  const figures: Figure[] = [];
  const secrets: number[] = [];
  for (const { input, rows } of vintages) {
    const places = new Map(input.frame.map((place) => [place.office, place]));
    const partsOf = (row: Pick<ObservationToPublish, "level" | "area">, what: "B7" | "B6" | "REST") =>
      input.submissions
        .filter(({ office }) => {
          const place = places.get(office)!;
          const areas: Record<string, string | null> = {
            PROVINCE: "QC",
            PEER_GROUP: place.peerGroup,
            REGION_GROUP: place.regionGroup,
            HEALTH_REGION: place.region,
            ESTABLISHMENT: place.establishment,
          };
          return areas[row.level] === row.area;
        })
        .map((sent) => {
          const [active, pool] = [numberOf(sent, "B7"), numberOf(sent, "B6")];
          const value = { B7: active, B6: pool, REST: pool - active }[what];
          return { unknown: unknown(sent.office, what, value), times: 1 };
        });
    const tell = (row: ObservationToPublish, what: "B7" | "B6", printed: number | null): void => {
      const terms = partsOf(row, what);
      // Every figure shown is right: the sum of what its offices answered.
      expect(terms.reduce((sum, term) => sum + unknowns[term.unknown]!.value, 0)).toBe(printed);
      figures.push({ terms, isShown: true, cost: null, width: null });
    };
    for (const row of rows) {
      if (row.status !== "OBSERVED") continue;
      if (row.indicator === "IQP-05") tell(row, "B6", row.value);
      if (row.indicator === "IQP-06") tell(row, "B7", row.value);
      if (row.indicator === "IQP-07") {
        tell(row, "B7", row.numerator);
        tell(row, "B6", row.denominator);
      }
      if (row.indicator === "IQP-09") tell(row, "B7", row.denominator);
    }
    for (const { establishment } of input.frame)
      for (const what of ["B7", "B6", "REST"] as const) {
        const terms = partsOf({ level: "ESTABLISHMENT", area: establishment }, what);
        if (terms.length === 0) continue;
        const value = terms.reduce((sum, term) => sum + unknowns[term.unknown]!.value, 0);
        if (value === 0 || value >= 5) continue;
        secrets.push(figures.push({ terms, isShown: false, cost: null, width: 5 }) - 1);
      }
    for (const sent of input.submissions) {
      const [active, pool] = [numberOf(sent, "B7"), numberOf(sent, "B6")];
      const terms = [
        { unknown: unknown(sent.office, "B6", pool), times: 1 },
        { unknown: unknown(sent.office, "B7", active), times: -1 },
        { unknown: unknown(sent.office, "REST", pool - active), times: -1 },
      ];
      figures.push({ terms, isShown: true, cost: null, width: null });
    }
  }
  const insiders = [...new Set([...ranks.keys()].map((key) => key.split(" ")[0]!))].map((name) => ({
    name,
    knows: [...ranks]
      .filter(([key]) => key.startsWith(`${name} `))
      .map(([, rank]) => ({ unknown: rank, lower: unknowns[rank]!.value, upper: unknowns[rank]!.value })),
  }));
  return { unknowns, figures, insiders, secrets };
}

describe("a reader of everything that a campaign of real answers publishes", () => {
  let rows: readonly ObservationToPublish[] = [];
  beforeAll(async () => {
    const made = await protectedPublication(first);
    expect([made.unsafe, made.alreadyTold]).toEqual([[], []]);
    rows = made.rows;
  }, 120_000);

  it("finds no small number of partners, nor of those left aside, also as an office that knows its own", async () => {
    const reader = readerOf([{ input: first, rows }]);
    expect(reader.secrets.length).toBeGreaterThanOrEqual(4);
    const unsafe = (await auditTable(reader)).filter(({ isSafe }) => !isSafe);
    expect(unsafe).toEqual([]);
  }, 120_000);

  it("would find them all without the protection: the attack works", async () => {
    const bare = candidateRows(first).map(({ row }) => row);
    const reader = readerOf([{ input: first, rows: bare }]);
    const audited = await auditTable(reader);
    for (const { figure, lower, upper } of audited.filter(({ figure }) => reader.secrets.includes(figure)))
      expect([figure, lower]).toEqual([figure, upper]);
  }, 120_000);

  it("finds none by setting a correction against the vintage before", async () => {
    const second = { ...first, submissions: corrected, earlier: [asEarlier(first, rows)] };
    const made = await protectedPublication(second);
    expect([made.unsafe, made.alreadyTold]).toEqual([[], []]);
    const reader = readerOf([
      { input: first, rows },
      { input: second, rows: made.rows },
    ]);
    expect((await auditTable(reader)).filter(({ isSafe }) => !isSafe)).toEqual([]);
  }, 120_000);

  it("can add and subtract facts about offices as it likes: what is left is about five of them at least", () => {
    const areas = (place: PublicationInput["frame"][number]): string[] => [
      "PROVINCE QC",
      `PEER_GROUP ${place.peerGroup}`,
      `REGION_GROUP ${place.regionGroup}`,
      `HEALTH_REGION ${place.region}`,
    ];
    const sent = first.frame.filter(({ office }) => answers.some((answer) => answer.office === office));
    const shares = new Map<string, string[]>();
    for (const { indicator, category, status, level, area } of rows)
      if (status === "OBSERVED" && /^IQP-(03|04|1[0-9]|20)$/.test(indicator)) {
        const key = `${indicator} ${category}`;
        shares.set(key, [...(shares.get(key) ?? []), `${level} ${area}`]);
      }
    expect(shares.size).toBeGreaterThan(30);
    for (const shown of new Set([...shares.values()].map((list) => list.sort().join("|")))) {
      const told = shown.split("|");
      const atoms = new Map<string, number>();
      for (const place of sent) {
        const inside = told.map((area) => Number(areas(place).includes(area))).join("");
        atoms.set(inside, (atoms.get(inside) ?? 0) + 1);
      }
      const columns = [...atoms.keys()];
      const rowsOf = (left: readonly string[]) =>
        told.map((_, index) => left.map((column) => Number(column[index])));
      const everything = rankOf(rowsOf(columns));
      for (const few of groupsBelow(5, [...atoms]))
        expect(rankOf(rowsOf(columns.filter((column) => !few.includes(column))))).toBe(everything);
    }
  });

  it("still sees most of it: three rows in four of groups that are large enough, and two in five of the establishments'", () => {
    const share = (of: readonly ObservationToPublish[]): number =>
      of.filter(({ status }) => status !== "SUPPRESSED").length / of.length;
    const groups = rows.filter(
      ({ level, reason }) => !["PROVINCE", "ESTABLISHMENT"].includes(level) && reason !== "SMALL_GROUP",
    );
    expect(groups.length).toBeGreaterThan(300);
    expect(share(groups)).toBeGreaterThan(0.75);
    expect(share(rows.filter(({ level }) => level === "ESTABLISHMENT"))).toBeGreaterThan(0.4);
    expect(share(rows.filter(({ level }) => level === "PROVINCE"))).toBeGreaterThan(0.95);
  });
});

/** The groups of atoms that hold fewer offices than so many in all. */
function groupsBelow(most: number, atoms: readonly (readonly [string, number])[]): string[][] {
  const [first, ...others] = atoms;
  if (!first) return [[]];
  const without = groupsBelow(most, others);
  const [name, size] = first;
  const sizeOf = (group: readonly string[]): number =>
    group.reduce((sum, member) => sum + (atoms.find(([other]) => other === member)?.[1] ?? 0), 0);
  return [
    ...without,
    ...without.filter((group) => sizeOf(group) + size < most).map((group) => [name, ...group]),
  ];
}

function rankOf(given: readonly (readonly number[])[]): number {
  const rows = given.map((row) => row.map(BigInt));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (at < 0) continue;
    [rows[rank], rows[at]] = [rows[at]!, rows[rank]!];
    const pivot = rows[rank]!;
    for (let index = rank + 1; index < rows.length; index += 1) {
      const row = rows[index]!;
      const times = row[column]!;
      if (times !== 0n)
        rows[index] = row.map((value, place) => value * pivot[column]! - pivot[place]! * times);
    }
    rank += 1;
  }
  return rank;
}
