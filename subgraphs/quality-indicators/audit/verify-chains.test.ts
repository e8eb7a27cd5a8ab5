import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { type ChainedEntry, emptyHead, entryHashOf, headAfter } from "./entry-hash.js";
import type { AuditFinding } from "./finding.js";
import { ChainVerifier } from "./verify-chains.js";

type Told = Omit<ChainedEntry, "chain" | "sequence" | "entryHash" | "head">;

const text = fc.option(fc.string({ unit: "grapheme" }), { nil: null });
const told: fc.Arbitrary<Told> = fc.record({
  event: fc.constantFrom("CREATED", "APPROVED"),
  submission: fc.option(fc.uuid(), { nil: null }),
  revision: fc.option(fc.nat(), { nil: null }),
  subject: text,
  actor: fc.string(),
  atMicroseconds: fc.bigInt({ min: 0n, max: 4_000_000_000_000_000n }).map(String),
  reason: text,
  vintage: text,
  beforeHash: text,
  afterHash: text,
  salt: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes)),
});

/** Links what is told to a chain, as the table does. */
function chainOf(chain: string, entries: readonly Told[]): ChainedEntry[] {
  let head: Buffer = emptyHead;
  return entries.map((entry, index) => {
    const numbered = { ...entry, chain, sequence: index + 1 };
    const entryHash = entryHashOf(numbered);
    head = headAfter(head, entryHash);
    return { ...numbered, entryHash, head };
  });
}

/** The codes found in the entries, which should end as the chain does. */
function codesOf(entries: readonly ChainedEntry[], chain: readonly ChainedEntry[]): string[] {
  const found: AuditFinding[] = [];
  const verifier = new ChainVerifier((finding) => found.push(finding));
  entries.forEach((entry) => verifier.add(entry));
  const last = chain.at(-1)!;
  verifier.end([{ chain: last.chain, length: last.sequence, head: last.head }]);
  return found.map(({ code }) => code);
}

const aChain = fc.array(told, { minLength: 2, maxLength: 12 }).map((entries) => chainOf("chum", entries));
const aPlace = fc.nat();

describe("a chain of the audit", () => {
  it("verifies as it was written, whatever was written", () => {
    fc.assert(fc.property(aChain, (chain) => void expect(codesOf(chain, chain)).toEqual([])));
  });

  it("betrays a member that was changed, and only that entry", () => {
    const members = [
      "event",
      "submission",
      "revision",
      "subject",
      "actor",
      "reason",
      "vintage",
      "afterHash",
    ] as const;
    fc.assert(
      fc.property(aChain, aPlace, fc.constantFrom(...members), (chain, at, member) => {
        const place = at % chain.length;
        const changed = chain.map((entry, index) =>
          index === place ? { ...entry, [member]: `${entry[member] ?? ""}.` } : entry,
        );
        expect(codesOf(changed, chain)).toEqual(["ENTRY_CHANGED"]);
      }),
    );
  });

  it("tells an empty text from none", () => {
    fc.assert(
      fc.property(aChain, aPlace, (chain, at) => {
        const place = at % chain.length;
        const changed = chain.map((entry, index) =>
          index === place ? { ...entry, reason: entry.reason === null ? "" : null } : entry,
        );
        expect(codesOf(changed, chain)).toEqual(["ENTRY_CHANGED"]);
      }),
    );
  });

  it("betrays an entry that was taken out, in the middle or at the end", () => {
    fc.assert(
      fc.property(aChain, aPlace, (chain, at) => {
        const place = at % chain.length;
        const isLast = place === chain.length - 1;
        const left = chain.filter((_, index) => index !== place);
        expect(codesOf(left, chain)).toEqual([isLast ? "TAIL_MISSING" : "ENTRY_MISSING"]);
      }),
    );
  });

  it("betrays two entries that changed places", () => {
    fc.assert(
      fc.property(aChain, aPlace, (chain, at) => {
        const place = at % (chain.length - 1);
        const swapped = chain.map((entry, index) =>
          index === place || index === place + 1
            ? { ...chain[index === place ? place + 1 : place]!, sequence: entry.sequence }
            : entry,
        );
        expect(codesOf(swapped, chain).filter((code) => code === "ENTRY_CHANGED")).toHaveLength(2);
      }),
    );
  });

  it("betrays entries that were made up in its place, unless its end is made up too", () => {
    fc.assert(
      fc.property(aChain, told, (chain, other) => {
        const forged = chainOf("chum", [other, ...chain.slice(1)]);
        expect(codesOf(forged, chain)).toEqual(["END_DIFFERS"]);
        expect(codesOf([forged[0]!, ...chain.slice(1)], chain)).toEqual(["LINK_BROKEN"]);
        expect(codesOf(forged, forged)).toEqual([]);
      }),
    );
  });

  it("betrays a chain that nobody knows and one that is gone", () => {
    fc.assert(
      fc.property(aChain, (chain) => {
        const other = chainOf("icm", chain);
        expect(codesOf([...chain, ...other], chain)).toEqual(["END_DIFFERS"]);
        expect(codesOf([], chain)).toEqual(["TAIL_MISSING"]);
      }),
    );
  });
});
