import type { Principal } from "../../subgraphs/index.js";
import { type Ask, aResearcher, aSteward } from "./subgraph.js";

/** Who takes part in the life of a release in the demonstration. */
export const demoRelease = "partenaires-demo-1";
export const researcherOne = aResearcher("entente-demo-1");
export const researcherTwo = aResearcher("entente-demo-2", "researcher:entente-demo-2");
export const builder = aSteward("steward:privacy");
export const approver = aSteward("steward:publish");

export interface PartnerRecordPage {
  edges: { cursor: string; node: { rowId: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  origin: string;
}

const pageQuery = `query ($release: String!, $first: Int, $after: String) {
  partnerRecords(release: $release, first: $first, after: $after) {
    totalCount origin pageInfo { hasNextPage endCursor }
    edges { cursor node { rowId regionGroup ageBand gender standing experienceDomain } }
  }
}`;

/** The code with which a question was refused. */
export const codeOf = async (
  answer: Promise<{ errors?: readonly { extensions?: { code?: unknown } }[] }>,
): Promise<unknown> => (await answer).errors?.[0]?.extensions?.code;

export interface BuiltAnswer {
  buildRelease: { code: string; report: { k: number; recordsKept: number } };
}

/** Asks for pages, builds and approvals through the given subgraph. */
export class ReleaseSteps {
  constructor(private readonly ask: Ask) {}

  /** One page of a release; of the demonstration's unless told otherwise. */
  page(principal: Principal, variables: object = {}) {
    return this.ask<{ partnerRecords: PartnerRecordPage }>(
      pageQuery,
      { release: demoRelease, ...variables },
      principal,
    );
  }

  /** The row ids of every page, one page after the other, and the total that the last page tells. */
  async walk(
    principal: Principal,
    release: string,
    first: number,
  ): Promise<{ ids: string[]; totalCount: number }> {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const { data, errors } = await this.page(principal, { release, first, after });
      if (!data || errors) throw new Error(`page of ${release}: ${JSON.stringify(errors)}`);
      const { edges, pageInfo, totalCount } = data.partnerRecords;
      ids.push(...edges.map(({ node }) => node.rowId));
      if (!pageInfo.hasNextPage) return { ids, totalCount };
      after = pageInfo.endCursor;
    }
  }

  build(principal: Principal, agreements: readonly string[], title = "Essai", more: object = {}) {
    return this.ask<BuiltAnswer>(
      "mutation ($input: BuildReleaseInput!) { buildRelease(input: $input) { code version status origin recordLevel report { k recordsKept } } }",
      { input: { agreements, title, ...more } },
      principal,
    );
  }

  approve(principal: Principal, id: string) {
    return this.ask(
      "mutation ($id: String!) { approveRelease(id: $id) { code status approvedAt } }",
      { id },
      principal,
    );
  }

  discard(principal: Principal, id: string, reason = "Essai") {
    return this.ask<{
      discardRelease: { act: string; release: string; reason: string; agreements: string[] };
    }>(
      "mutation ($id: String!, $reason: String!) { discardRelease(id: $id, reason: $reason) { act by at release reason agreements } }",
      { id, reason },
      principal,
    );
  }
}
