import { fullAnswers } from "../../subgraphs/quality-indicators/submission/testing/a-push.js";
import type { TestCampaign } from "../harness/test-campaign.js";
import type { Push } from "./ledger.js";

/** What came of one attempt. */
export type Attempt =
  | {
      readonly kind: "accepted";
      readonly revision: number;
      readonly data: string;
      readonly isReplay: boolean;
    }
  | { readonly kind: "refused"; readonly how: string; readonly revision: number | null }
  /** Nobody knows whether it took effect. */
  | { readonly kind: "uncertain" };

const longestMs = 10_000;
const mutation = `mutation ($input: YearlyFiguresInput!) {
  submitYearlyFigures(input: $input) {
    status revision receipt submission { id state revision office campaign submittedAt }
    counts { read created updated unchanged rejected }
    issues { rule severity code path message } difference { question yours current changedAt }
  }
}`;

const usualAnswers = fullAnswers().filter(({ question }) => question !== "F");

/** The body of a push: the same bytes at every attempt. */
export const bodyOf = (
  push: Push,
  { code, noticeVersion }: Pick<TestCampaign, "code" | "noticeVersion">,
): string =>
  JSON.stringify({
    query: mutation,
    variables: {
      input: {
        campaign: code,
        establishment: push.establishment,
        office: push.office,
        idempotencyKey: push.key,
        baseRevision: push.base,
        mode: push.mode,
        noticeVersion,
        answers: [
          ...usualAnswers,
          { question: "F", text: push.value },
          ...(push.flaw ? [{ question: "Z9", text: "?" }] : []),
        ],
      },
    },
  });

/** Sends bodies to the hub's door for establishments. */
export class PushDoor {
  constructor(
    /** http://host:port */
    private readonly address: () => string,
    private readonly campaign: TestCampaign,
  ) {}

  async attempt(push: Push): Promise<Attempt> {
    try {
      const response = await fetch(`${this.address()}/graphql/authenticated`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await push.token()}` },
        body: bodyOf(push, this.campaign),
        signal: AbortSignal.timeout(longestMs),
      });
      return outcomeOf(await response.text());
    } catch {
      return { kind: "uncertain" };
    }
  }
}

interface Body {
  readonly data?: {
    readonly submitYearlyFigures?: { readonly status: string; readonly revision: number | null };
  } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly replayed?: boolean };
}

// A refusal of the whole request that says that nothing was done.
const definite = new Set(["IDEMPOTENCY_KEY_REUSED"]);

function outcomeOf(text: string): Attempt {
  const { data, errors, extensions } = JSON.parse(text) as Body;
  const result = data?.submitYearlyFigures;
  if (!result) {
    const code = errors?.[0]?.extensions?.code ?? "";
    return definite.has(code) ? { kind: "refused", how: code, revision: null } : { kind: "uncertain" };
  }
  if (result.status !== "ACCEPTED" && result.status !== "ACCEPTED_WITH_WARNINGS")
    return { kind: "refused", how: result.status, revision: result.revision };
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}}` : "}";
  if (!text.startsWith('{"data":') || !text.endsWith(after)) throw new Error(`unexpected answer: ${text}`);
  return {
    kind: "accepted",
    revision: result.revision ?? 0,
    data: text.slice('{"data":'.length, -after.length),
    isReplay: extensions?.replayed === true,
  };
}
