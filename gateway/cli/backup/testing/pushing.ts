import {
  aPush,
  fullAnswers,
  pushMutation,
  type PushAnswer,
} from "../../../../subgraphs/quality-indicators/submission/testing/a-push.js";
import { demonstrationToken } from "../../../../test/harness/demonstration-token.js";
import type { TestCampaign } from "../../../../test/harness/test-campaign.js";

/** A hub that takes pushes. */
export interface PushedHub {
  readonly address: string;
  readonly dataDir: string;
  readonly campaign: TestCampaign;
}

/** A push that was acknowledged, with the instants between which it took effect. */
export interface Acknowledged {
  readonly receipt: string;
  readonly sentAt: number;
  readonly heardAt: number;
}

const usualAnswers = fullAnswers().filter(({ question }) => question !== "F");

/** Somebody who pushes until told to stop. */
export interface Writer {
  readonly acknowledged: readonly Acknowledged[];
  /** Waits until so many were acknowledged. */
  reaches(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Pushes revisions of one office one after the other until it is told to stop. */
export function pushing({ address, dataDir, campaign }: PushedHub): Writer {
  const acknowledged: Acknowledged[] = [];
  let isStopped = false;
  const work = (async () => {
    const account = `establishment:${campaign.offices[0]?.establishment}`;
    let token = await demonstrationToken(address, dataDir, account);
    let tokenAt = Date.now();
    for (let revision = 0; !isStopped; revision += 1) {
      if (Date.now() - tokenAt > 200_000) {
        token = await demonstrationToken(address, dataDir, account);
        tokenAt = Date.now();
      }
      const input = aPush({
        campaign: campaign.code,
        ...campaign.offices[0],
        noticeVersion: campaign.noticeVersion,
        answers: [...usualAnswers, { question: "F", text: `revision ${revision}` }],
        mode: "DRAFT",
        idempotencyKey: `drill-${revision}`,
        baseRevision: revision === 0 ? null : revision,
      });
      const sentAt = Date.now();
      const answer = await fetch(`${address}/graphql/authenticated`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: pushMutation, variables: { input } }),
      });
      const text = await answer.text();
      const { data } = JSON.parse(text) as { data?: PushAnswer | null };
      const receipt = data?.submitYearlyFigures.receipt;
      if (!receipt) throw new Error(`a push was not taken: ${text}`);
      acknowledged.push({ receipt, sentAt, heardAt: Date.now() });
    }
  })();
  let failure: unknown = null;
  work.catch((error: unknown) => (failure = error));
  return {
    acknowledged,
    async reaches(count) {
      while (acknowledged.length < count) {
        if (failure) throw failure;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async stop() {
      isStopped = true;
      await work;
    },
  };
}
