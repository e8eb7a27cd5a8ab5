import {
  contentHashOf,
  dayInToronto,
  hashOf,
  protectedPublication,
  publishedEntry,
  type PublicationInput,
} from "../../subgraphs/index.js";
import { asRow, type Planting, readReference } from "../planting.js";
import { syntheticSubmissions2024 } from "./answers-2024.js";
import { syntheticSubmissions2025 } from "./answers-2025-2026.js";
import { campaignFrame } from "./campaign-frame.js";
import { proposed } from "./synthetic-provenance.js";
import type { SyntheticSubmission } from "./synthetic-submission.js";

const collector = "steward:collect";
const publisher = "steward:publish";
const closesAt2024 = new Date("2024-06-01T04:00:00Z");

type Campaign = "2024" | "2025-2026";

/** A synthetic submission with its revision, as the tables keep them. */
interface Sent {
  readonly row: object;
  readonly revision: object;
  readonly events: readonly object[];
}

/**
 * The campaigns of the demonstration: 2024, closed and published from made-up answers that add up to the printed
 * figures; 2025-2026, open for a year from now, with its first submissions approved and ready to publish.
 */
export async function qualityIndicatorsDemo(now: Date): Promise<Planting> {
  const [answers2024, answers2025] = [syntheticSubmissions2024(), syntheticSubmissions2025()];
  const sent = [
    ...answers2024.map((answers) => published(answers, new Date("2024-05-15T14:00:00Z"), now)),
    ...answers2025.map((answers) => approved("2025-2026", answers, now)),
  ];
  const made = await publication2024(answers2024, now);
  const rows2024 = made.rows.map((row) => ({ ...row, vintage: "2024.1" }));
  const entry = {
    vintage: "2024.1",
    number: 1,
    campaign: "2024",
    at: now,
    by: publisher,
    reason: reason2024.fr,
  };
  return {
    name: "demo",
    beds: [
      {
        table: "quality_indicators.campaign_window",
        rows: [
          { campaign: "2024", opens_at: "2023-11-01T04:00:00Z", closes_at: closesAt2024 },
          { campaign: "2025-2026", opens_at: now, closes_at: aYearAfter(now) },
        ],
      },
      {
        table: "quality_indicators.frame",
        rows: [...campaignFrame("2024"), ...campaignFrame("2025-2026")].map(asRow),
      },
      { table: "quality_indicators.submission", rows: sent.map(({ row }) => row) },
      { table: "quality_indicators.submission_revision", rows: sent.map(({ revision }) => revision) },
      { table: "quality_indicators.audit_entry", rows: sent.flatMap(({ events }) => events) },
      { table: "quality_indicators_published.vintage", rows: [vintage2024(now)] },
      { table: "quality_indicators_published.observation", rows: rows2024 },
      {
        table: "quality_indicators.publication_register",
        rows: [asRow(publishedEntry({ ...made, ...entry }))],
      },
      {
        table: "quality_indicators.vintage_revision",
        rows: answers2024.map(({ office }) => ({
          vintage: "2024.1",
          submission: idOf("2024", office),
          revision: 1,
        })),
      },
    ],
  };
}

function aYearAfter(now: Date): Date {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + 1);
  return end;
}

// The same office and campaign have the same identifier in every demonstration database.
const idOf = (campaign: Campaign, office: string): string =>
  hashOf([campaign, office]).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");

function approved(
  campaign: Campaign,
  { establishment, office, responses }: SyntheticSubmission,
  at: Date,
): Sent {
  const id = idOf(campaign, office);
  const place = { campaign, office, establishmentCode: establishment };
  const sent = {
    submission: id,
    revision: 1,
    responses: responses as never,
    submittedBy: `demo:${office}`,
    submittedAt: at,
    mode: "SUBMIT",
    reason: null,
    noticeVersion: noticeOf(campaign),
    synthetic: true,
    payloadHash: hashOf({ ...place, responses }),
  };
  const contentHash = contentHashOf(place, sent);
  const event = { chain: establishment, submission: id, revision: 1, at, after_hash: contentHash };
  return {
    row: {
      id,
      campaign,
      office,
      establishment,
      state: "APPROVED",
      current_revision: 1,
      approved_revision: 1,
      approved_by: collector,
      approved_at: at,
    },
    revision: asRow({ ...sent, contentHash }),
    events: [
      { ...event, event: "CREATED", actor: sent.submittedBy },
      { ...event, event: "VALIDATED", actor: sent.submittedBy },
      { ...event, event: "APPROVED", actor: collector, before_hash: contentHash },
    ],
  };
}

function published(answers: SyntheticSubmission, at: Date, now: Date): Sent {
  const { row, revision, events } = approved("2024", answers, at);
  const publication = { ...events.at(-1), event: "PUBLISHED", actor: publisher, at: now, vintage: "2024.1" };
  return {
    row: { ...row, state: "PUBLISHED", published_revision: 1 },
    revision,
    events: [...events, publication],
  };
}

interface Instrument {
  readonly code: string;
  readonly notice: { readonly version: string };
  readonly questions: PublicationInput["questions"];
}

const indicators = readReference<PublicationInput["indicators"]>("indicators.json").filter(({ askedIn }) =>
  askedIn.includes("2024"),
);
const instruments = readReference<Instrument[]>("instruments.json");
const noticeOf = (campaign: Campaign): string | null =>
  instruments.find(({ code }) => code === campaign)?.notice.version ?? null;

const reason2024 = proposed(
  "Réponses synthétiques de démonstration, calibrées sur les figures imprimées du portrait de 2024.",
  "Synthetic demonstration answers, calibrated on the printed figures of the 2024 portrait.",
);

const vintage2024 = (now: Date): object => ({
  code: "2024.1",
  campaign: "2024",
  number: 1,
  published_at: now,
  reason: reason2024,
  status: "PUBLISHED",
  changes: [],
  definitions: indicators.map(({ code, version, measures }) => ({ indicator: code, version, measures })),
});

async function publication2024(answers: readonly SyntheticSubmission[], now: Date) {
  const campaign = readReference<PublicationInput["campaign"][]>("campaigns.json").find(
    ({ code }) => code === "2024",
  );
  if (!campaign) throw new Error("The reference data hold no campaign 2024.");
  return protectedPublication({
    campaign,
    questions: instruments.find(({ code }) => code === "2024")?.questions ?? [],
    indicators,
    frame: campaignFrame("2024"),
    submissions: answers.map(({ office, responses }) => ({ office, responses, synthetic: true })),
    contradictions: readReference<
      (PublicationInput["contradictions"][number] & { campaign: string | null })[]
    >("published-figures.json").filter((figure) => figure.campaign === "2024" && figure.indicator !== null),
    earlier: [],
    closesAt: closesAt2024,
    registers: { indicators: [], recommendations: [], synthetic: false },
    publishedOn: dayInToronto(now),
  });
}
