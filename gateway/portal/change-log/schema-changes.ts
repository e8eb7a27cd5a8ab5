/** A change of the public schema that those who ask it should know of. */
export interface SchemaChange {
  /** The day of the version that brought it, YYYY-MM-DD. */
  readonly day: string;
  /** What it is, in the room's words. */
  readonly told: "change2026November21" | "change2026November22";
  /** What came with it: Type, Type.field or Type.field(argument:). */
  readonly added: readonly string[];
}

/** The changes of the public schema, the newest first; whoever changes it adds a line. */
export const schemaChanges: readonly SchemaChange[] = [
  {
    day: "2026-11-22",
    told: "change2026November22",
    added: [
      "Observation.interval",
      "Observation.means",
      "Observation.comparators",
      "Observation.engagement",
      "QualityIndicator.trend",
      "CoConstruction.records",
      "Query.auditHeads",
      "Query.establishments(asOf:)",
      "Query.glossary(asOf:)",
      "Campaign.opensOn",
      "Campaign.closesOn",
    ],
  },
  {
    day: "2026-11-21",
    told: "change2026November21",
    added: [
      "Query.establishments",
      "Query.healthRegions",
      "Query.qualityIndicators",
      "Query.publishedFigures",
      "Query.contradictions",
      "Query.recommendations",
      "Query.glossary",
      "Query.userCommittees",
      "Query.researchPartnerships",
      "Query.vintages",
    ],
  },
];

/** The day on which there was first something to tell. */
export const firstDay = schemaChanges.at(-1)?.day ?? "2026-11-21";
