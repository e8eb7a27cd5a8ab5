import { describe, expect, it } from "vitest";
import { allFederations } from "./federation/federations.js";
import { runFederation } from "./run/run.js";

// Telemetry would be asked for when the stock gateway is made.
process.env.APOLLO_TELEMETRY_DISABLED = "1";

/** The seed of the drawn operations, the same each run; DIFFERENTIAL_SEED gives another. */
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20_261_122);
const operations = { public: 300, authenticated: 300, library: 400 } as const;
const federations = await allFederations(process.cwd());

describe(`the executor, the stock gateway and one merged schema (seed ${seed})`, () => {
  it.each(federations.map((federation) => [federation.name, federation] as const))(
    "give the same data and places of errors for operations that nobody wrote: %s",
    async (name, federation) => {
      const asked = operations[name as keyof typeof operations];
      const { failures } = await runFederation(federation, { seed, operations: asked, failuresShown: 1 });
      expect(failures.join("\n")).toBe("");
    },
    180_000,
  );
});
