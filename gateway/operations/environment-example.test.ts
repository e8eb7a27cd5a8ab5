import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { variables } from "../config.js";
import { environmentExample } from "./environment-example.js";

describe("the list of the environment's variables", () => {
  it("is what the hub reads: .env.example says neither more nor less (npm run env:example writes it)", async () => {
    expect(await readFile(".env.example", "utf8")).toBe(environmentExample(variables));
  });

  it("says of each what it is for in both languages, what is expected and its default", () => {
    const port = z.coerce.number().default(4000).describe("0 – 65535").meta({ what: "Port. · Harbour." });
    const seed = z.enum(["demo", "reference"]).optional().describe("demo").meta({ what: "Graine. · Seed." });
    expect(environmentExample({ PORT: port, HUB_SEED: seed })).toMatch(
      /\n\n# Port\.\n# Harbour\.\n# → 0 – 65535\n#PORT=4000\n\n# Graine\.\n# Seed\.\n# → demo \| reference\n#HUB_SEED=\n$/,
    );
  });

  it("refuses a variable that nobody explained", () => {
    expect(() => environmentExample({ NEW: z.string().describe("x") })).toThrow("NEW: expected .meta");
    expect(() => environmentExample({ NEW: z.string().meta({ what: "Nouveau · New" }) })).toThrow(
      "NEW: expected .describe",
    );
  });
});
