import { asOwner, type DatabaseAddress, type Subgraph, type SubgraphName } from "../subgraphs/index.js";
import { fingerprintOf, plant, type Planting } from "./planting.js";
import { partnersDemo } from "./demo/partners.demo.js";
import { qualityIndicatorsDemo } from "./demo/quality-indicators.demo.js";
import { researchPartnershipsDemo } from "./demo/research-partnerships.demo.js";
import { userCommitteesDemo } from "./demo/user-committees.demo.js";
import { establishmentsReference } from "./reference/establishments.seed.js";
import { partnersReference } from "./reference/partners.seed.js";
import { qualityIndicatorsReference } from "./reference/quality-indicators.seed.js";
import { researchPartnershipsReference } from "./reference/research-partnerships.seed.js";
import { userCommitteesReference } from "./reference/user-committees.seed.js";

/** What to put into an empty hub: real facts only, or real facts and synthetic demonstration data. */
export type SeedKind = "reference" | "demo";

// Demonstration data is planted once and then belongs to whoever tries the hub; reference facts follow the files.
const plantings: Record<
  SubgraphName,
  { reference: () => Planting; demo?: (now: Date) => Planting | Promise<Planting> }
> = {
  // Nothing to plant: the mark alone, for what is added to a demonstration is synthetic.
  establishments: { reference: establishmentsReference, demo: () => ({ name: "demo", beds: [] }) },
  partners: { reference: partnersReference, demo: partnersDemo },
  "user-committees": { reference: userCommitteesReference, demo: userCommitteesDemo },
  "research-partnerships": { reference: researchPartnershipsReference, demo: researchPartnershipsDemo },
  "quality-indicators": { reference: qualityIndicatorsReference, demo: qualityIndicatorsDemo },
};

/** What a subgraph's database holds after its seeds were looked at. */
export interface Sown {
  /** Something was missing or had changed, and was planted. */
  readonly planted: boolean;
  /** Demonstration data is in it, from this start or from one before: whatever is shown must say so. */
  readonly isDemonstration: boolean;
}

/** Plants what is missing or has changed in one subgraph; what changed is known from `now` on. */
export async function seedSubgraph(
  subgraph: Subgraph,
  address: DatabaseAddress,
  kind: SeedKind,
  now: Date,
): Promise<Sown> {
  const { reference, demo } = plantings[subgraph.name];
  const ledger = `${subgraph.schemas.own}.seed`;
  const facts = reference();
  const fingerprint = fingerprintOf(facts);
  return asOwner(address, async (owner) => {
    await owner.query("BEGIN");
    await owner.query(`LOCK TABLE ${ledger}`);
    const rows = await owner.query<{ name: string; fingerprint: string }>(
      `SELECT name, fingerprint FROM ${ledger}`,
    );
    const sown = new Map(rows.map((row) => [row.name, row.fingerprint]));
    const due: [Planting, string][] = [];
    if (sown.get("reference") !== fingerprint) due.push([facts, fingerprint]);
    if (kind === "demo" && demo && !sown.has("demo")) {
      const planting = await demo(now);
      due.push([planting, fingerprintOf(planting)]);
    }
    for (const [planting, mark] of due) {
      await plant(owner, planting, sown.has(planting.name) ? now : null);
      await owner.query(
        `INSERT INTO ${ledger} (name, fingerprint) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET fingerprint = $2, sown_at = now()`,
        [planting.name, mark],
      );
    }
    await owner.query("COMMIT");
    return { planted: due.length > 0, isDemonstration: sown.has("demo") || kind === "demo" };
  });
}
