/**
 * What the graph of a subgraph tells from each of its published tables. Whoever keeps answers knows by it which of them a
 * change of a table concerns; one entry too many costs an answer, one too few lets it lie.
 */
export interface PublishedTables {
  /** By table, the types (« Source ») and single fields (« Query.vintages ») that are told from it. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  /** Fields that tell of the campaign that their argument `campaign` names, if it names one, and of no other. */
  readonly ofCampaign?: readonly string[];
  /** Tables whose changes are told a campaign at a time. */
  readonly byCampaign?: readonly string[];
}
