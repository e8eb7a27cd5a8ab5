import { type Form, readReferenceFile } from "../../subgraphs/offline.js";

/** A form as the reference data hold it. */
export type ReferenceForm = Pick<
  Form,
  "version" | "title" | "notice" | "sections" | "modules" | "questions" | "totals"
> & {
  /** Code of its campaign. */
  readonly code: string;
};

/** What the rules ask of an establishment. */
export interface ReferenceEstablishment {
  readonly code: string;
  readonly peerGroup: string | null;
}

/** What the rules ask of a campaign. */
export interface ReferenceCampaign {
  readonly code: string;
  readonly period: { readonly from: string | null; readonly to: string | null } | null;
}

/** What can be known without a hub, by code. */
export interface Reference {
  readonly forms: ReadonlyMap<string, ReferenceForm>;
  readonly campaigns: ReadonlyMap<string, ReferenceCampaign>;
  readonly establishments: ReadonlyMap<string, ReferenceEstablishment>;
}

/** Reads what the hub was shipped with. */
export const readReference = (): Reference => ({
  forms: byCode<ReferenceForm>("instruments.json"),
  campaigns: byCode<ReferenceCampaign>("campaigns.json"),
  establishments: byCode<ReferenceEstablishment>("establishments.json"),
});

const byCode = <Fact extends { readonly code: string }>(file: string): Map<string, Fact> =>
  new Map(readReferenceFile<Fact[]>(file).map((fact) => [fact.code, fact]));
