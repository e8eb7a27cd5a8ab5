import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aResearcher } from "../../../test/harness/subgraph.js";
import { publicPrincipal } from "../../shared/principal.js";
import { chum, collector, protector, publisher } from "../submission/testing/an-act.js";
import { aCollection, type Collection, estrie } from "../submission/testing/collection.js";

let hub: Collection;
/** A value for all of Québec that the hub computed, and that everybody sees. */
let shown: { indicator: string; campaign: string; level: string; area: string; vintage: string };
beforeAll(async () => {
  hub = await aCollection();
  [shown] = (await hub.database.query(
    `SELECT indicator, campaign, level, area, vintage FROM quality_indicators_published.observation
     WHERE level = 'PROVINCE' AND category IS NULL AND indicator = 'IQP-06' ORDER BY id LIMIT 1`,
  )) as [typeof shown];
});
afterAll(() => hub.database.drop());
const now = new Date("2026-05-04T16:00:00Z");
let keys = 0;
beforeEach(async () => {
  hub.setClock(now);
  hub.hidden.length = 0;
  await hub.database.query(
    "TRUNCATE quality_indicators.figure_comment_outcome, quality_indicators.figure_comment",
  );
});

type Caller = typeof chum;
interface Act {
  readonly comment: { readonly id: string } & Record<string, unknown>;
  readonly receipt: string;
}
const act = `{ receipt comment { id state text language answer writtenAt decidedAt isSynthetic
  campaign level area category vintage indicator { code } establishment { code } } }`;
const mutations = {
  comment: `mutation ($input: CommentOnFigureInput!) { act: commentOnFigure(input: $input) ${act} }`,
  answer: `mutation ($id: ID!, $answer: String!) { act: answerFigureComment(id: $id, answer: $answer) ${act} }`,
  withdraw: `mutation ($id: ID!) { act: withdrawFigureComment(id: $id) ${act} }`,
};
const anInput = (changes: object = {}): object => ({
  ...shown,
  text: "Deux personnes comptées ici ont quitté la banque.",
  idempotencyKey: `cle-${++keys}`,
  ...changes,
});
const ask = (query: keyof typeof mutations, variables: Record<string, unknown>, caller: Caller) =>
  hub.ask<{ act: Act }>(mutations[query], variables, caller);
const done = async (...asked: Parameters<typeof ask>): Promise<Act> => {
  const { data, errors } = await ask(...asked);
  expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  return data!.act;
};
const written = (changes: object = {}, caller = estrie): Promise<Act> =>
  done("comment", { input: anInput(changes) }, caller);
const rows = (): Promise<object[]> =>
  hub.database.query(
    `SELECT (SELECT string_agg(comment::text, ' ' ORDER BY id) FROM quality_indicators.figure_comment AS comment) AS comments,
       (SELECT string_agg(outcome::text, ' ' ORDER BY comment) FROM quality_indicators.figure_comment_outcome AS outcome) AS outcomes,
       (SELECT count(*) FROM quality_indicators.audit_entry) AS events`,
  );
const refused = async (...asked: Parameters<typeof ask>): Promise<unknown> => {
  const before = await rows();
  const { errors } = await ask(...asked);
  expect(await rows()).toEqual(before);
  const { code, place } = errors?.[0]?.extensions ?? {};
  return place === undefined ? code : [code, place];
};
const listed = async (caller: Caller, narrowed = ""): Promise<unknown> => {
  const { data, errors } = await hub.ask<{
    figureComments: { totalCount: number; edges: { node: Act["comment"] }[] };
  }>(`{ figureComments${narrowed} { totalCount edges { node { id } } } }`, {}, caller);
  if (errors) return errors[0]!.extensions!.code;
  const { totalCount, edges } = data!.figureComments;
  return [totalCount, ...edges.map(({ node }) => node.id)];
};
const events = async (id: string): Promise<object[]> =>
  hub.database.query(
    "SELECT chain, event, actor, reason, before_hash IS NULL AS is_first FROM quality_indicators.audit_entry WHERE subject = $1 ORDER BY sequence",
    [id],
  );

describe("a comment on a published figure", () => {
  it("is kept as it was written, in the name of the establishment, and its chain tells of it without its words", async () => {
    const { comment, receipt } = await written({ text: "  Une ligne.\r\nUne autre.  ", language: "FR" });
    expect(comment).toEqual({
      id: expect.any(String),
      ...{ campaign: shown.campaign, level: "PROVINCE", area: "QC", category: null, vintage: shown.vintage },
      ...{ indicator: { code: "IQP-06" }, establishment: { code: "ciusss-estrie-chus" } },
      ...{ text: "Une ligne.\nUne autre.", language: "FR", state: "OPEN", answer: null },
      ...{ writtenAt: now.toISOString(), decidedAt: null, isSynthetic: true },
    });
    expect(receipt).toMatch(/^ciusss-estrie-chus\/\d+\/[0-9a-f]{64}$/);
    expect(await events(comment.id)).toEqual([
      {
        chain: "ciusss-estrie-chus",
        event: "FIGURE_COMMENTED",
        actor: estrie.subject,
        reason: null,
        is_first: true,
      },
    ]);
  });

  it("may be of a figure that a document prints, which belongs to no vintage", async () => {
    const { comment } = await written({ campaign: "2024", vintage: null });
    expect(comment).toMatchObject({ campaign: "2024", vintage: null, level: "PROVINCE", area: "QC" });
  });

  it("sent twice with one key is one comment with one receipt; the key serves for nothing else", async () => {
    const input = anInput();
    const [first, second] = await Promise.all([1, 2].map(() => done("comment", { input }, estrie)));
    expect(second).toEqual(first);
    expect(await listed(estrie)).toEqual([1, first!.comment.id]);
    expect(await refused("comment", { input: { ...input, text: "Autre chose." } }, estrie)).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
      "idempotencyKey",
    ]);
    expect((await done("comment", { input }, chum)).comment.id).not.toBe(first!.comment.id);
  });

  it("is answered once by who publishes, and its establishment reads the answer", async () => {
    const { comment } = await written();
    hub.setClock(new Date("2026-05-05T14:00:00Z"));
    const answer = "Corrigé dans la prochaine édition.";
    const answered = await done("answer", { id: comment.id, answer }, publisher);
    expect(answered.comment).toMatchObject({
      ...{ state: "ANSWERED", answer, text: comment.text, decidedAt: "2026-05-05T14:00:00.000Z" },
    });
    expect(answered.receipt).toMatch(/^ciusss-estrie-chus\//);
    expect(await refused("answer", { id: comment.id, answer: "Encore." }, publisher)).toEqual([
      "COMMENT_WRONG_STATE",
      "id",
    ]);
    expect(await refused("withdraw", { id: comment.id }, estrie)).toEqual(["COMMENT_WRONG_STATE", "id"]);
    expect(await events(comment.id)).toMatchObject([
      { event: "FIGURE_COMMENTED", actor: estrie.subject },
      { event: "FIGURE_COMMENT_ANSWERED", actor: "steward:publish", is_first: false },
    ]);
    const [told] = await hub.database.query<{ is_linked: boolean }>(
      `SELECT min(after_hash) FILTER (WHERE event = 'FIGURE_COMMENTED') =
         min(before_hash) FILTER (WHERE event = 'FIGURE_COMMENT_ANSWERED') AS is_linked
       FROM quality_indicators.audit_entry WHERE subject = $1`,
      [comment.id],
    );
    expect(told).toEqual({ is_linked: true });
  });

  it("is withdrawn by its establishment while it is open, and can then not be answered", async () => {
    const { comment } = await written();
    const { comment: withdrawn } = await done("withdraw", { id: comment.id }, estrie);
    expect(withdrawn).toMatchObject({ state: "WITHDRAWN", answer: null, text: comment.text });
    expect(await refused("answer", { id: comment.id, answer: "Trop tard." }, publisher)).toEqual([
      "COMMENT_WRONG_STATE",
      "id",
    ]);
    expect((await events(comment.id)).at(-1)).toMatchObject({ event: "FIGURE_COMMENT_WITHDRAWN" });
  });

  it("that is answered and withdrawn at the same moment has one outcome", async () => {
    const { comment } = await written();
    const { id } = comment;
    const both = await Promise.all([
      ask("answer", { id, answer: "Merci." }, publisher),
      ask("withdraw", { id }, estrie),
    ]);
    expect(both.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(both.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions?.code))).toEqual([
      "COMMENT_WRONG_STATE",
    ]);
    expect(await events(id)).toHaveLength(2);
  });
});

describe("the list of comments", () => {
  it("is one's own for an establishment, all for stewards, by state and campaign, and nobody else's", async () => {
    const mine = (await written()).comment.id;
    hub.setClock(new Date("2026-05-04T17:00:00Z"));
    const theirs = (await written({ campaign: "2024", vintage: null }, chum)).comment.id;
    await done("withdraw", { id: theirs }, chum);
    expect(await listed(estrie)).toEqual([1, mine]);
    expect(await listed(chum)).toEqual([1, theirs]);
    for (const steward of [collector, publisher, protector])
      expect(await listed(steward)).toEqual([2, theirs, mine]);
    expect(await listed(publisher, "(state: OPEN)")).toEqual([1, mine]);
    expect(await listed(publisher, "(state: WITHDRAWN)")).toEqual([1, theirs]);
    expect(await listed(publisher, '(campaign: "2019", state: OPEN)')).toEqual([0]);
    expect(await listed(publisher, '(campaign: "1999")')).toBe("UNKNOWN_CODE");
    for (const stranger of [aResearcher("entente-demo-1"), aResearcher(null), publicPrincipal])
      expect(await listed(stranger)).toBe("NOT_ALLOWED");
  });

  it("comes page by page, and a cursor is of no use to another establishment", async () => {
    const ids = [];
    for (const hour of [10, 11, 12]) {
      hub.setClock(new Date(`2026-05-04T${hour}:00:00Z`));
      ids.unshift((await written()).comment.id);
    }
    const page = async (args: string, caller = estrie) =>
      hub.ask<{
        figureComments: {
          edges: { node: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>(
        `{ figureComments(${args}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        {},
        caller,
      );
    const first = (await page("first: 2")).data!.figureComments;
    const after = `first: 2, after: "${first.pageInfo.endCursor}"`;
    const second = (await page(after)).data!.figureComments;
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(ids);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect((await page(after, chum)).errors![0]!.extensions).toMatchObject({ code: "INVALID_CURSOR" });
    expect((await page("first: 201")).errors![0]!.extensions).toMatchObject({ place: "first" });
  });
});

describe("a comment that cannot be kept", () => {
  it.each<[string, object, string, string]>([
    ["on no indicator", { indicator: "IQP-99" }, "UNKNOWN_CODE", "indicator"],
    ["on no campaign", { campaign: "1999" }, "UNKNOWN_CODE", "campaign"],
    [
      "on a campaign that publishes nothing of it",
      { campaign: "2025-2026" },
      "FIGURE_NOT_PUBLISHED",
      "campaign",
    ],
    ["on a level without a value", { level: "REGION_GROUP", area: "x" }, "FIGURE_NOT_PUBLISHED", "level"],
    ["on a place without a value", { area: "RSS-05" }, "FIGURE_NOT_PUBLISHED", "area"],
    ["on a category without a value", { category: "A_LOT" }, "FIGURE_NOT_PUBLISHED", "category"],
    ["on a vintage that nobody saw", { vintage: "2024.99" }, "FIGURE_NOT_PUBLISHED", "vintage"],
    ["without words", { text: " \r\n " }, "INVALID_ARGUMENT", "text"],
    ["too long", { text: "x".repeat(2_001) }, "INVALID_ARGUMENT", "text"],
    ["with a control character", { text: "a\u0007b" }, "INVALID_ARGUMENT", "text"],
    ["with a NUL", { text: "a\0b" }, "INVALID_ARGUMENT", "text"],
    ["on a place that cannot be read", { area: "a\0b" }, "INVALID_ARGUMENT", "area"],
    ["with an endless key", { idempotencyKey: "k".repeat(201) }, "INVALID_ARGUMENT", "idempotencyKey"],
  ])("%s is refused with its place, and nothing is written", async (_title, changes, code, place) => {
    expect(await refused("comment", { input: anInput(changes) }, estrie)).toEqual([code, place]);
    expect(hub.hidden).toEqual([]);
  });

  it("is an answer without words, or to nothing", async () => {
    const { id } = (await written()).comment;
    expect(await refused("answer", { id, answer: "\n" }, publisher)).toEqual(["INVALID_ARGUMENT", "answer"]);
    for (const unknown of ["00000000-0000-4000-8000-000000000000", "x"])
      expect(await refused("answer", { id: unknown, answer: "Oui." }, publisher)).toEqual([
        "COMMENT_NOT_FOUND",
        "id",
      ]);
  });

  it("is one of who may not speak, answer or take back", async () => {
    const { id } = (await written()).comment;
    const strangers = [aResearcher("entente-demo-1"), publicPrincipal, collector, protector];
    for (const caller of [...strangers, publisher])
      expect(await refused("comment", { input: anInput() }, caller)).toBe("NOT_ALLOWED");
    for (const caller of [...strangers, estrie])
      expect(await refused("answer", { id, answer: "Oui." }, caller)).toBe("NOT_ALLOWED");
    for (const caller of [...strangers, publisher])
      expect(await refused("withdraw", { id }, caller)).toBe("NOT_ALLOWED");
    expect(await refused("withdraw", { id }, chum)).toEqual(["COMMENT_NOT_FOUND", "id"]);
  });
});
