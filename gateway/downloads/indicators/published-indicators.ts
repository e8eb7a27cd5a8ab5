import type { FastifyInstance } from "fastify";

/** A text of the hub; its English is null where nobody has written it. */
export interface Told {
  readonly fr: string;
  readonly en: string | null;
}

/** One observation as the public door tells it. */
export interface PublishedObservation {
  readonly campaign: string;
  readonly period: { readonly from: string | null; readonly to: string | null; readonly label: string };
  readonly area: { readonly level: string; readonly code: string; readonly name: Told | null };
  readonly category: string | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string | null;
  readonly unit: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly basis: string;
  readonly status: string;
  readonly reason: string | null;
  readonly reasonFr: string | null;
  readonly reasonEn: string | null;
  readonly origin: string;
  readonly vintage: string | null;
  readonly provenance: {
    readonly document: string;
    readonly edition: string | null;
    readonly section: string;
    readonly licence: string;
  };
  readonly contradictions: readonly { readonly id: string }[];
}

export interface PublishedIndicator {
  readonly code: string;
  readonly version: number;
  readonly name: Told;
  readonly definition: Told;
  readonly unit: string;
  readonly categories: readonly { readonly code: string; readonly label: Told }[];
  readonly observations: readonly PublishedObservation[];
}

/** Everything that the public may download, and when it last changed. */
export interface PublishedIndicators {
  readonly indicators: readonly PublishedIndicator[];
  readonly campaigns: readonly PublishedCampaign[];
  readonly sources: readonly { readonly code: string; readonly title: Told }[];
}

export interface PublishedCampaign {
  readonly code: string;
  readonly title: Told;
  readonly vintages: readonly {
    readonly code: string;
    readonly publishedAt: string;
    readonly withdrawnAt: string | null;
  }[];
}

// The texts of the documents themselves (quotes) are cited where they are shown and republished nowhere.
export const indicatorsQuestion = `query PublishedIndicators {
  campaigns { code title { fr en } vintages { code publishedAt withdrawnAt } }
  sources { code title { fr en } }
  qualityIndicators {
    code version name { fr en } definition { fr en } unit categories { code label { fr en } }
    observations {
      campaign period { from to label } area { level code name { fr en } } category
      value low high text unit numerator denominator basis
      status reason reasonFr: explanation(lang: FR) reasonEn: explanation(lang: EN) origin vintage
      provenance { document edition section licence } contradictions { id }
    }
  }
}`;

interface Answer {
  readonly data?: {
    readonly campaigns: readonly PublishedCampaign[];
    readonly sources: PublishedIndicators["sources"];
    readonly qualityIndicators: readonly PublishedIndicator[];
  } | null;
  readonly errors?: readonly unknown[];
}

/** The public door could not answer whole: a file that lacks figures without saying so is not given. */
export class PublishedUnavailable extends Error {}

/** All that is published, asked of the public door as anybody could. */
export async function askPublishedIndicators(app: FastifyInstance): Promise<PublishedIndicators> {
  const answered = await app.inject({
    method: "POST",
    url: "/graphql",
    payload: { query: indicatorsQuestion },
  });
  const { data, errors } = answered.json<Answer>();
  if (!data || errors) throw new PublishedUnavailable(`the public door answered ${answered.statusCode}`);
  const { qualityIndicators: indicators, campaigns, sources } = data;
  return { indicators, campaigns, sources };
}

/** The instant of the last publication or withdrawal, in UTC; null before the first. */
export const lastChangeOf = ({ campaigns }: PublishedIndicators): string | null =>
  campaigns
    .flatMap(({ vintages }) => vintages.flatMap(({ publishedAt, withdrawnAt }) => [publishedAt, withdrawnAt]))
    .filter((instant) => instant !== null)
    .sort()
    .at(-1) ?? null;
