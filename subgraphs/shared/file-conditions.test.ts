import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { askedBytes, isHeldAlready } from "./file-conditions.js";

const etag = '"csv-1"';
const asked = (range: string | null, ifRange: string | null = null, length = 100) =>
  askedBytes({ method: "GET", range, ifRange }, etag, length);

describe("a range of a file", () => {
  it.each([
    ["bytes=0-9", 0, 10],
    ["bytes=90-", 90, 100],
    ["bytes=-5", 95, 100],
    ["bytes=-500", 0, 100],
    ["bytes=99-1000", 99, 100],
    ["Bytes = 3-3", 3, 4],
  ])("%s is given, and told with the length of the whole", (range, from, to) => {
    expect(asked(range)).toEqual({
      status: 206,
      span: { from, to },
      headers: { "content-length": String(to - from), "content-range": `bytes ${from}-${to - 1}/100` },
    });
  });

  it.each(["bytes=100-", "bytes=100-200", "bytes=-0"])("%s is beyond its end", (range) => {
    expect(asked(range)).toEqual({ status: 416, span: null, headers: { "content-range": "bytes */100" } });
    expect(asked("bytes=0-", null, 0).status).toBe(416);
  });

  it.each([
    null,
    "",
    "bytes=",
    "bytes=-",
    "bytes=5-4",
    "bytes=0-1,3-4",
    "rows=0-1",
    "bytes=0-1x",
    "bytes=-1-2",
  ])("that cannot be read, or several, are passed over: %s", (range) =>
    expect(asked(range)).toMatchObject({ status: 200, span: { from: 0, to: 100 } }),
  );

  it("is of the version that was begun: another one is sent whole", () => {
    expect(asked("bytes=5-", etag).status).toBe(206);
    for (const other of ['"csv-2"', `W/${etag}`, "Sun, 06 Nov 1994 08:49:37 GMT", ""])
      expect(asked("bytes=5-", other)).toMatchObject({ status: 200, span: { from: 0, to: 100 } });
  });

  it("holds, whatever was asked, bytes of the file only, as many as it says", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(500), fc.nat(500), fc.nat(300), (words, from, to, length) => {
        for (const range of [words, `bytes=${from}-${to}`, `bytes=${from}-`, `bytes=-${to}`]) {
          const { span, headers, status } = asked(range, null, length);
          if (!span) expect([status, headers]).toEqual([416, { "content-range": `bytes */${length}` }]);
          else {
            expect(span.from).toBeGreaterThanOrEqual(0);
            expect(span.to).toBeLessThanOrEqual(length);
            expect(headers["content-length"]).toBe(String(span.to - span.from));
          }
        }
      }),
    );
  });
});

it("who has a file already is told so, by any of the tags that it names", () => {
  for (const tags of [etag, `"other", ${etag}`, `W/${etag}`, "*"])
    expect(isHeldAlready(tags, etag)).toBe(true);
  for (const tags of [null, '"csv-2"', "", "csv-1"]) expect(isHeldAlready(tags, etag)).toBe(false);
});
