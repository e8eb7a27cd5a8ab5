import { describe, expect, it } from "vitest";
import { refusalOfDepth } from "./variable-depth.js";

const nested = (levels: number): Record<string, unknown> =>
  JSON.parse('{"all":'.repeat(levels) + "1" + "}".repeat(levels)) as Record<string, unknown>;

describe("the variables that a subgraph is given", () => {
  it("may be nested as deep as any form or filter, and no deeper", () => {
    expect(refusalOfDepth(nested(33))).toBeNull();
    expect(refusalOfDepth(nested(34))?.extensions).toMatchObject({ code: "VARIABLES_TOO_LARGE" });
  });

  it("are refused at 5,000 levels, and 50,000, in lists as in objects, without an end of the stack", () => {
    for (const levels of [5_000, 50_000]) {
      expect(refusalOfDepth(nested(levels))).not.toBeNull();
      const list = JSON.parse("[".repeat(levels) + "]".repeat(levels)) as unknown;
      expect(refusalOfDepth({ list })).not.toBeNull();
    }
  });
});
