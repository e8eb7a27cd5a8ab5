import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { parquetReadObjects } from "hyparquet";
import { type Form, aHub, type TestHub } from "../../test/harness/hub.js";
import {
  aLargeRelease,
  awkwardPositions,
  awkwardValues,
  withAwkwardValues,
} from "../../subgraphs/partners/release/files/testing/a-large-release.js";

const agreements = ["entente-demo-1", "entente-demo-2"] as const;
const [one, two] = agreements.map((agreement) => `researcher:${agreement}`) as [string, string];
const large = "partenaires-grande";
const records = 21_000;
type Row = Record<string, string | null>;

describe.each<Form>(["in process", "over HTTP"])("a whole release as a file, its subgraph %s", (form) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await aHub(form);
    await aLargeRelease(hub.database.query, { code: large, records, agreements });
    await withAwkwardValues(hub.database.query, large);
  }, 120_000);
  afterAll(() => hub?.close());

  const ask = async (
    file: string,
    {
      account = one,
      ...more
    }: RequestInit & { account?: string | null; headers?: Record<string, string> } = {},
  ): Promise<Response> =>
    fetch(`${hub.address}/data/releases/${file}`, {
      ...more,
      headers: {
        ...(account === null ? {} : { authorization: `Bearer ${await hub.tokenFor(account)}` }),
        ...more.headers,
      },
    });
  const bytesOf = async (answer: Response | Promise<Response>): Promise<Buffer> =>
    Buffer.from(await (await answer).arrayBuffer());
  const rowsOfCsv = (bytes: Buffer): Row[] =>
    (parse(bytes, { columns: true, bom: true, record_delimiter: "\r\n" }) as Record<string, string>[]).map(
      (row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === "" ? null : value])),
    );
  const reads = (): Promise<
    { agreement: string; subject: string; way: string; positions: string; request: string }[]
  > =>
    hub.database.query(
      `SELECT agreement, subject, way, positions::text, request_id AS request
       FROM partners_release.release_read ORDER BY id`,
    );
  const forgetReads = () => hub.database.query("TRUNCATE partners_release.release_read");
  const stored = (agreement: string) =>
    hub.database.query<{ row_id: string; standing: string }>(
      "SELECT row_id, standing FROM partners_release.record WHERE release = $1 AND agreement = $2 ORDER BY position",
      [large, agreement],
    );

  it("holds every record of the agreement, in its order, the same in each format", async () => {
    const csv = await bytesOf(ask(`${large}.csv`));
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = rowsOfCsv(csv);
    const kept = await stored(agreements[0]);
    expect(rows.map(({ rowId, standing }) => ({ row_id: rowId, standing }))).toEqual(kept);
    expect(awkwardPositions.map((position) => rows[position - 1]?.standing)).toEqual(awkwardValues);
    const lines = (await bytesOf(ask(`${large}.ndjson`))).toString().split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line) as Row)).toEqual(rows);
    const parquet = await bytesOf(ask(`${large}.parquet`));
    const file = parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.length) as ArrayBuffer;
    expect(await parquetReadObjects({ file })).toEqual(rows);
  }, 60_000);

  it.each(["csv", "ndjson", "parquet"])(
    "has a length, a digest and a tag that its bytes keep: %s",
    async (ending) => {
      const file = `${large}.${ending}`;
      const [head, first, second] = [await ask(file, { method: "HEAD" }), await ask(file), await ask(file)];
      const [bytes, again] = [await bytesOf(first), await bytesOf(second)];
      expect(again.equals(bytes)).toBe(true);
      const digest = createHash("sha256").update(bytes).digest("base64");
      for (const { status, headers } of [head, first, second])
        expect([status, Object.fromEntries(headers)]).toEqual([
          200,
          expect.objectContaining({
            "content-length": String(bytes.length),
            "repr-digest": `sha-256=:${digest}:`,
            etag: first.headers.get("etag"),
            "accept-ranges": "bytes",
            "cache-control": "private, no-store",
            "content-disposition": `attachment; filename="${file}"`,
          }),
        ]);
      expect(await bytesOf(head)).toHaveLength(0);
      const held = await ask(file, { headers: { "if-none-match": first.headers.get("etag")! } });
      expect([held.status, held.headers.get("etag"), (await bytesOf(held)).length]).toEqual([
        304,
        first.headers.get("etag"),
        0,
      ]);
    },
  );

  it("is another file for another agreement: no row id, no order and no tag in common", async () => {
    const [own, others] = [await ask(`${large}.csv`), await ask(`${large}.csv`, { account: two })];
    expect(own.headers.get("etag")).not.toBe(others.headers.get("etag"));
    const [left, right] = [rowsOfCsv(await bytesOf(own)), rowsOfCsv(await bytesOf(others))];
    const ids = new Set(left.map(({ rowId }) => rowId));
    expect(right).toHaveLength(records);
    expect(right.filter(({ rowId }) => ids.has(rowId!))).toEqual([]);
  });

  it.each(["csv", "ndjson", "parquet"])(
    "is the sum of its parts, wherever it is broken off: %s",
    async (ending) => {
      const file = `${large}.${ending}`;
      const whole = await ask(file);
      const [bytes, etag] = [await bytesOf(whole), whole.headers.get("etag")!];
      const cuts = fc.array(fc.nat(bytes.length - 1), { maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(cuts, async (chosen) => {
          const places = [...new Set([0, ...chosen])].sort((a, b) => a - b);
          const parts: Buffer[] = [];
          for (const [index, from] of places.entries()) {
            const to = (places[index + 1] ?? bytes.length) - 1;
            const part = await ask(file, { headers: { range: `bytes=${from}-${to}`, "if-range": etag } });
            expect([part.status, part.headers.get("content-range")]).toEqual([
              206,
              `bytes ${from}-${to}/${bytes.length}`,
            ]);
            parts.push(await bytesOf(part));
          }
          expect(Buffer.concat(parts).equals(bytes)).toBe(true);
        }),
        { numRuns: 2 },
      );
      const stale = await ask(file, { headers: { range: "bytes=10-", "if-range": '"csv-former"' } });
      expect([stale.status, (await bytesOf(stale)).length]).toEqual([200, bytes.length]);
      const beyond = await ask(file, { headers: { range: `bytes=${bytes.length}-` } });
      expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${bytes.length}`]);
    },
    60_000,
  );

  it("is accounted for before it is sent: who read which rows, and of a part those that it covers", async () => {
    const whole = await bytesOf(ask(`${large}.csv`));
    await forgetReads();
    const answer = await ask(`${large}.csv`);
    await bytesOf(answer);
    const kept = {
      agreement: agreements[0],
      subject: one,
      way: "FILE",
      request: answer.headers.get("x-request-id"),
    };
    const blocks = ["{[1,20001)}", "{[20001,21001)}"];
    expect(await reads()).toEqual(blocks.map((positions) => ({ ...kept, positions })));
    await forgetReads();
    // A block of columns is sent with all of its rows.
    await bytesOf(ask(`${large}.parquet`));
    expect((await reads()).map(({ positions }) => positions)).toEqual(blocks);
    await forgetReads();
    // The last row as a whole, then its last byte, then the byte order mark alone.
    const lastLine = whole.lastIndexOf("\r\n", whole.length - 3) + 2;
    for (const range of [`bytes=${lastLine}-`, "bytes=-1", "bytes=0-2"])
      await bytesOf(ask(`${large}.csv`, { headers: { range } }));
    expect((await reads()).map(({ positions }) => positions)).toEqual(["{[21000,21001)}", "{[21000,21001)}"]);
    await forgetReads();
    await bytesOf(ask(`${large}.parquet`, { headers: { range: "bytes=-8" } }));
    for (const file of [`${large}.csv`, `${large}.parquet`]) await ask(file, { method: "HEAD" });
    expect(await reads()).toEqual([]);
  });

  it("is not sent when it cannot be accounted for", async () => {
    await ask(`${large}.csv`, { method: "HEAD" });
    await hub.database.query("ALTER TABLE partners_release.release_read RENAME TO elsewhere");
    for (const range of ["bytes=0-", "bytes=500-"]) {
      const answer = await ask(`${large}.csv`, { headers: { range } });
      const text = await answer.text();
      expect([answer.status, JSON.parse(text)]).toEqual([
        500,
        { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: "INTERNAL" }) })] },
      ]);
      expect(text).not.toMatch(/release_read|partners_release|relation/);
    }
    await hub.database.query("ALTER TABLE partners_release.elsewhere RENAME TO release_read");
    expect((await bytesOf(ask(`${large}.csv`))).length).toBeGreaterThan(records);
  });

  it("stands beside its dictionary in both languages, its licence and how to cite it", async () => {
    const [dictionary, metadata] = await Promise.all(
      ["dictionary.json", "csv-metadata.json"].map(async (ending) =>
        JSON.parse((await bytesOf(ask(`${large}.${ending}`))).toString()),
      ),
    );
    const header = (await bytesOf(ask(`${large}.csv`))).toString("utf8", 3).split("\r\n")[0]!.split(",");
    const { columns, licence, citation, origin, agreement } = dictionary as Record<string, unknown> & {
      columns: { column: string; label: { fr: string; en: string } }[];
    };
    expect(columns.map(({ column }) => column)).toEqual(header);
    expect(columns.every(({ label }) => label.fr && label.en)).toBe(true);
    expect({ licence, citation, origin, agreement }).toMatchObject({
      licence: { fr: expect.stringContaining("entente"), en: expect.stringContaining("agreement") },
      citation: { fr: expect.stringContaining(large), en: expect.stringContaining(large) },
      origin: "SYNTHETIC",
      agreement: agreements[0],
    });
    expect(metadata).toMatchObject({
      url: `${large}.csv`,
      tableSchema: { primaryKey: "rowId", columns: header.map((name) => expect.objectContaining({ name })) },
    });
  });

  describe("is refused, and nothing is accounted for", () => {
    const refused = async (file: string, account: string | null, headers = {}) => {
      await forgetReads();
      const answer = await ask(file, { account, headers });
      const { errors } = (await answer.json()) as {
        errors: { message: string; extensions: Record<string, unknown> }[];
      };
      expect(await reads()).toEqual([]);
      const { code, place } = errors[0]!.extensions;
      return { status: answer.status, code, place, message: errors[0]!.message };
    };

    it("without a token, with one that is not a researcher's, and without an agreement", async () => {
      for (const file of [`${large}.csv`, `${large}.parquet`, `${large}.dictionary.json`, "rien.csv"]) {
        expect(await refused(file, null)).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
        expect(await refused(file, null, { authorization: "Bearer x" })).toMatchObject({ status: 401 });
        for (const account of ["steward:privacy", "establishment:chum"])
          expect(await refused(file, account)).toMatchObject({ status: 403, code: "NOT_ALLOWED" });
        expect(await refused(file, "researcher:entente-inconnue")).toMatchObject({
          status: 403,
          code: "NO_AGREEMENT",
        });
      }
    });

    it("as what does not exist, when it is another agreement's", async () => {
      await aLargeRelease(hub.database.query, {
        code: "celle-de-deux",
        records: 3,
        agreements: [agreements[1]],
      });
      const unknown = await refused("rien.csv", one);
      expect(unknown).toMatchObject({ status: 404, code: "RELEASE_NOT_FOUND", place: "release" });
      for (const ending of ["csv", "ndjson", "parquet", "dictionary.json", "csv-metadata.json"])
        expect(await refused(`celle-de-deux.${ending}`, one)).toEqual(unknown);
      for (const file of [`${large}.xls`, large, "..%2F..%2Fx.csv", "x%00.csv"])
        expect(await refused(file, one)).toEqual(unknown);
      expect(rowsOfCsv(await bytesOf(ask("celle-de-deux.csv", { account: two })))).toHaveLength(3);
    });

    it("once the agreement is suspended or ended, also for a file that was begun", async () => {
      const [etag] = [(await ask(`${large}.csv`, { method: "HEAD" })).headers.get("etag")!];
      const setStatus = (status: string) =>
        hub.database.query("UPDATE partners_release.agreement_right SET status = $2 WHERE agreement = $1", [
          agreements[0],
          status,
        ]);
      for (const status of ["SUSPENDED", "ENDED"]) {
        await setStatus(status);
        expect(await refused(`${large}.csv`, one, { range: "bytes=9-", "if-range": etag })).toMatchObject({
          status: 403,
          code: "NO_AGREEMENT",
        });
      }
      await setStatus("ACTIVE");
      expect((await bytesOf(ask(`${large}.csv`))).length).toBeGreaterThan(records);
    });
  });
});
