import { canonicalJson } from "../../shared/canonical-json.js";

/** An engagement as it is sent: every code may be one that nobody knows. */
export interface SentEngagement {
  readonly degree?: string | null | undefined;
  readonly leadership?: string | null | undefined;
  readonly level?: string | null | undefined;
  readonly sphere?: string | null | undefined;
  readonly sector?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly posture?: string | null | undefined;
  readonly fromYear?: number | null | undefined;
  readonly toYear?: number | null | undefined;
  readonly recognition?: readonly string[] | null | undefined;
}

/** A partner of a roster as it is sent. */
export interface SentPartner {
  readonly localId: string;
  readonly status?: string | null | undefined;
  readonly profiles?: readonly string[] | null | undefined;
  readonly ageBand?: string | null | undefined;
  readonly gender?: string | null | undefined;
  readonly firstLanguage?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly experienceDomains?: readonly string[] | null | undefined;
  readonly standing?: string | null | undefined;
  readonly joinedYear?: number | null | undefined;
  readonly trained?: boolean | null | undefined;
  readonly coached?: boolean | null | undefined;
  readonly engagements?: readonly SentEngagement[] | null | undefined;
}

/** A partner as a roster keeps it, without the local id: lists in one order, so that equal partners are equal texts. */
export type KeptPartner = Readonly<Record<Exclude<keyof SentPartner, "localId">, unknown>> & {
  readonly status: string;
  readonly engagements: readonly Readonly<Record<keyof SentEngagement, unknown>>[];
};

const sorted = (codes: readonly string[] | null | undefined): string[] => [...new Set(codes ?? [])].sort();

/** What is kept of a partner that the rules accept. */
export const keptPartner = (sent: SentPartner): KeptPartner => ({
  status: sent.status ?? "",
  profiles: sorted(sent.profiles),
  ageBand: sent.ageBand ?? null,
  gender: sent.gender ?? null,
  firstLanguage: sent.firstLanguage ?? null,
  region: sent.region ?? null,
  experienceDomains: sorted(sent.experienceDomains),
  standing: sent.standing ?? null,
  joinedYear: sent.joinedYear ?? null,
  trained: sent.trained ?? null,
  coached: sent.coached ?? null,
  engagements: (sent.engagements ?? []).map(keptEngagement).sort(inOneOrder),
});

const keptEngagement = (sent: SentEngagement): KeptPartner["engagements"][number] => ({
  degree: sent.degree ?? null,
  leadership: sent.leadership ?? null,
  level: sent.level ?? null,
  sphere: sent.sphere ?? null,
  sector: sent.sector ?? null,
  role: sent.role ?? null,
  posture: sent.posture ?? null,
  fromYear: sent.fromYear ?? null,
  toYear: sent.toYear ?? null,
  recognition: sorted(sent.recognition),
});

type Engagement = KeptPartner["engagements"][number];

const inOneOrder = (left: Engagement, right: Engagement): number =>
  Number(left.fromYear) - Number(right.fromYear) || (canonicalJson(left) < canonicalJson(right) ? -1 : 1);

/** A partner who is no longer on the roster: all is as it was but the status. */
export const departed = (partner: KeptPartner): KeptPartner => ({ ...partner, status: "LEFT" });
