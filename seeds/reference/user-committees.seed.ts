import { asRow, type Planting, readReference } from "../planting.js";
import { completeProvenance, withProvenance, type WrittenProvenance } from "./provenance.js";

interface Intensity {
  readonly quotes: readonly WrittenProvenance[];
}

const ranked = (records: readonly object[]): object[] =>
  records.map((record, position) => ({ ...asRow(record), position }));

/** Kinds of committee, postures, table 1, and the printed answers on collaboration; the sources list no committee. */
export function userCommitteesReference(): Planting {
  const facts = (file: string): object[] => ranked(withProvenance(readReference<object[]>(file)));
  const intensities = readReference<Intensity[]>("collaboration-intensities.json");
  return {
    name: "reference",
    beds: [
      { table: "user_committees_published.posture", rows: facts("postures.json") },
      { table: "user_committees_published.committee_kind", rows: facts("committee-kinds.json") },
      { table: "user_committees_published.collaboration_type", rows: facts("collaboration-types.json") },
      {
        table: "user_committees_published.collaboration_intensity",
        rows: ranked(
          intensities.map((intensity) => ({
            ...intensity,
            quotes: intensity.quotes.map(completeProvenance),
          })),
        ),
      },
      {
        table: "user_committees_published.collaboration",
        where: { origin: "PUBLISHED" },
        rows: facts("collaborations.json"),
      },
    ],
  };
}
