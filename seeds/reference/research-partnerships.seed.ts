import { asRow, type Planting, readReference } from "../planting.js";
import { withProvenance } from "./provenance.js";

/** The research units that the sources name; they name no partnership one by one. */
export function researchPartnershipsReference(): Planting {
  const units = withProvenance(readReference<object[]>("research-units.json"));
  return {
    name: "reference",
    beds: [
      {
        table: "research_partnerships_published.research_unit",
        rows: units.map((unit, position) => ({ ...asRow(unit), position })),
      },
    ],
  };
}
