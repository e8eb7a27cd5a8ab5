import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { bodyWriter } from "./written-body.js";

describe("the body of a fetch", () => {
  it("says the operation, whatever its texts and values", () => {
    const bodyOf = bodyWriter();
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.option(fc.string(), { nil: undefined }),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (query, operationName, variables) => {
          // Twice: the second is written with what was kept of the first.
          for (const _ of [1, 2]) {
            const body = bodyOf({ query, operationName, kind: "query", variables });
            expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify({ query, variables, operationName })));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
