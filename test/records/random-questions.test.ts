import { afterAll, beforeAll, describe, expect, it } from "vitest";
import fc from "fast-check";
import { aHub, type TestHub } from "../harness/hub.js";
import { demoRelease } from "../harness/release-steps.js";
import { type Condition, type CopiedRecord, type Order, RecordCopy } from "./record-copy.js";

/* Ten thousand random questions about a release: what the running hub answers is what the release holds. */
const accounts = { researcher: "entente-demo-1", "researcher:entente-demo-2": "entente-demo-2" } as const;
type Account = keyof typeof accounts;

let hub: TestHub;
const copies = new Map<Account, RecordCopy>();
beforeAll(async () => {
  hub = await aHub("in process");
  for (const account of Object.keys(accounts) as Account[])
    copies.set(account, await RecordCopy.of(hub.database, demoRelease, accounts[account]));
}, 120_000);
afterAll(() => hub?.close());

interface Question {
  readonly filter: readonly Condition[];
  readonly sort: readonly Order[];
  readonly groupBy: readonly string[];
  readonly first: number;
}

/** Any question that the release can answer. */
function questionsOf({ variables }: RecordCopy): fc.Arbitrary<Question> {
  const columns = variables.map(({ column }) => column);
  const condition = fc.constantFrom(...variables).chain(({ column, codes }) =>
    fc.record({
      column: fc.constant(column),
      kind: fc.constantFrom("in", "notIn"),
      codes: fc.subarray([...codes], { minLength: 1 }),
    }),
  );
  const order = fc.record({
    column: fc.constantFrom(...columns),
    direction: fc.constantFrom("ASC" as const, "DESC" as const),
  });
  const once = { selector: ({ column }: { column: string }) => column };
  return fc.record({
    filter: fc
      .uniqueArray(condition, { ...once, maxLength: 3 })
      .map((drawn) => drawn.map(({ column, kind, codes }) => ({ column, [kind]: codes }))),
    sort: fc.uniqueArray(order, { ...once, maxLength: 3 }),
    groupBy: fc.shuffledSubarray(columns, { minLength: 1, maxLength: 3 }),
    first: fc.integer({ min: 1, max: 12 }),
  });
}

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: Record<string, string | null> }[];
}
interface Counts {
  totalCount: number;
  groups: { values: string[]; count: number }[];
}

/** How many pages, and as many counts, are asked in one request. */
const slots = 15;
const each = Array.from({ length: slots }, (_, slot) => slot);

const documentOf = ({ variables }: RecordCopy): string => `query Random(${each
  .map(
    (n) =>
      `$f${n}: [RecordConditionInput!], $s${n}: [RecordOrderInput!], $g${n}: [String!]!, $n${n}: Int!, $a${n}: String`,
  )
  .join(", ")}) {
  ${each
    .map(
      (
        n,
      ) => `p${n}: partnerRecords(release: "${demoRelease}", first: $n${n}, after: $a${n}, filter: $f${n}, sort: $s${n}) { ...page }
        c${n}: partnerRecordCounts(release: "${demoRelease}", groupBy: $g${n}, filter: $f${n}) { totalCount groups { values count } }`,
    )
    .join("\n")}
}
fragment page on PartnerRecordConnection {
  totalCount pageInfo { hasNextPage endCursor } edges { node { rowId ${variables.map(({ column }) => column).join(" ")} } }
}`;

/** A question that is being walked through, page by page. */
interface Walk {
  readonly question: Question;
  readonly found: readonly CopiedRecord[];
  readonly offset: number;
  readonly after: string | null;
}

describe("ten thousand random questions about a release", () => {
  it("are answered as its copy in memory answers them: filters, sorts, pages one after the other, counts", async () => {
    let answered = 0;
    let continued = 0;
    for (const account of copies.keys()) {
      const copy = copies.get(account)!;
      const document = documentOf(copy);
      const questions = fc.sample(questionsOf(copy), { seed: account.length, numRuns: 5_000 }).values();
      const walks: (Walk | null)[] = each.map(() => null);
      while (answered < (account === "researcher" ? 5_000 : 10_000)) {
        const asked = walks.map((walk): Walk => {
          if (walk) return walk;
          const question = questions.next().value!;
          return { question, found: copy.find(question.filter, question.sort), offset: 0, after: null };
        });
        const variables = Object.fromEntries(
          asked.flatMap(({ question: { filter, sort, groupBy, first }, after }, n) => [
            [`f${n}`, filter],
            [`s${n}`, sort],
            [`g${n}`, groupBy],
            [`n${n}`, first],
            [`a${n}`, after],
          ]),
        );
        const { data, errors } = await hub.ask<Record<string, unknown>>(document, { account, variables });
        expect(errors).toBeUndefined();
        asked.forEach(({ question, found, offset }, n) => {
          const { filter, groupBy, first } = question;
          const [page, counts] = [data![`p${n}`] as Page, data![`c${n}`] as Counts];
          const more = found.length > offset + first;
          expect({ question, offset, nodes: page.edges.map(({ node }) => node) }).toEqual({
            question,
            offset,
            nodes: found.slice(offset, offset + first),
          });
          expect([page.totalCount, page.pageInfo.hasNextPage]).toEqual([found.length, more]);
          expect({ question, ...counts }).toEqual({
            question,
            totalCount: found.length,
            groups: copy.count(groupBy, filter),
          });
          walks[n] =
            more && offset < 4 * first
              ? { question, found, offset: offset + first, after: page.pageInfo.endCursor }
              : null;
          if (offset > 0) continued += 1;
          answered += 2;
        });
      }
    }
    expect(answered).toBeGreaterThanOrEqual(10_000);
    expect(continued).toBeGreaterThan(1_000);
  }, 300_000);
});
