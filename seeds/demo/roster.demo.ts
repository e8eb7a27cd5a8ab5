import { engagementCodes } from "../../subgraphs/partners/engagement/engagement.codes.js";
import { partnerCodes } from "../../subgraphs/partners/partner/partner.codes.js";
import { readReference } from "../planting.js";
import { syntheticSubmissions2024 } from "./answers-2024.js";
import { type Random, seededRandom } from "./random.js";
import type { SyntheticSubmission } from "./synthetic-submission.js";

/** A demonstration partner: nobody real, counted in the bank of a demonstration office. */
export interface DemoPartner {
  readonly establishment: string;
  readonly localId: string;
  readonly status: string;
  readonly profiles: readonly string[];
  readonly ageBand: string;
  readonly gender: string;
  readonly firstLanguage: string;
  readonly region: string;
  readonly experienceDomains: readonly string[];
  readonly standing: string;
  readonly joinedYear: number;
  readonly trained: boolean;
  readonly coached: boolean;
  readonly synthetic: true;
}

/** What a demonstration partner is engaged in. */
export interface DemoEngagement {
  readonly establishment: string;
  readonly localId: string;
  readonly position: number;
  readonly degree: string;
  readonly leadership: string;
  readonly level: string;
  readonly sphere: string;
  readonly sector: string;
  readonly role: string;
  readonly posture: string;
  readonly fromYear: number;
  readonly toYear: number | null;
  readonly recognition: readonly string[];
}

export interface DemoRoster {
  readonly partners: readonly DemoPartner[];
  readonly engagements: readonly DemoEngagement[];
}

// Shares out of 100, made up.
const ages = { UNDER_18: 2, A18_34: 14, A35_49: 21, A50_64: 33, A65_PLUS: 28, UNDISCLOSED: 2 };
const genders = { WOMAN: 61, MAN: 35, NON_BINARY: 2, UNDISCLOSED: 2 };
const languages = { FR: 84, EN: 8, INDIGENOUS: 1, OTHER: 5, UNDISCLOSED: 2 };
const standings = { PATIENT: 52, RELATIVE: 30, CITIZEN: 18 };
const degrees = { INFORMATION: 8, CONSULTATION: 34, COLLABORATION: 36, PARTNERSHIP: 22 };
const postures = { CO_CONSTRUCTION: 82, RIGHTS_DEFENCE: 8, BOTH_DECLARED: 10 };
const idle = { AVAILABLE: 70, PAUSED: 20, LEFT: 10 };
const lastYear = 2026;

function weighted(random: Random, shares: Record<string, number>): string {
  let drawn = random.next() * Object.values(shares).reduce((sum, share) => sum + share, 0);
  for (const [code, share] of Object.entries(shares)) {
    drawn -= share;
    if (drawn < 0) return code;
  }
  throw new RangeError("weighted: expected shares above zero");
}

const some = <Item>(random: Random, items: readonly Item[], most: number): Item[] =>
  random.shuffle(items).slice(0, random.integer(1, most));

/** One partner a unit of each office's bank of 2024; as many of them active as the office says. */
export function demoRoster(): DemoRoster {
  const random = seededRandom(1721);
  const regions = new Map(
    readReference<{ code: string; region: string }[]>("establishments.json").map((place) => [
      place.code,
      place.region,
    ]),
  );
  const represented = [...new Set(regions.values())];
  const known = new Map<string, number>();
  const partners: DemoPartner[] = [];
  const engagements: DemoEngagement[] = [];
  for (const submission of syntheticSubmissions2024()) {
    const { establishment } = submission;
    const [bank, active] = [numberOf(submission, "B6"), numberOf(submission, "B7")];
    if (active > bank)
      throw new RangeError(`${submission.office}: ${active} active partners in a bank of ${bank}`);
    for (let place = 0; place < bank; place += 1) {
      const number = (known.get(establishment) ?? 0) + 1;
      known.set(establishment, number);
      const own = regions.get(establishment);
      if (own === undefined) throw new RangeError(`${establishment}: not in the register`);
      const partner = aPartner(random, {
        establishment,
        localId: `P-${String(number).padStart(4, "0")}`,
        status: place < active ? "ACTIVE" : weighted(random, idle),
        region: random.next() < 0.96 ? own : random.pick(represented),
      });
      partners.push(partner);
      engagements.push(...engagementsOf(random, partner));
    }
  }
  return { partners, engagements };
}

function numberOf({ office, responses }: SyntheticSubmission, question: string): number {
  const answer = responses[0]?.find((candidate) => candidate.question === question);
  if (answer?.number === undefined) throw new RangeError(`${office}: no number for ${question}`);
  return answer.number;
}

function aPartner(
  random: Random,
  place: Pick<DemoPartner, "establishment" | "localId" | "status" | "region">,
): DemoPartner {
  return {
    ...place,
    profiles: some(random, partnerCodes.profile, 2),
    ageBand: weighted(random, ages),
    gender: weighted(random, genders),
    firstLanguage: weighted(random, languages),
    experienceDomains: some(random, partnerCodes.sector, 3),
    standing: weighted(random, standings),
    joinedYear: random.integer(2015, 2024),
    trained: random.next() < 0.7,
    coached: random.next() < 0.35,
    synthetic: true,
  };
}

function engagementsOf(random: Random, partner: DemoPartner): DemoEngagement[] {
  const isActive = partner.status === "ACTIVE";
  const count = isActive ? random.integer(1, 3) : random.integer(0, 1);
  return Array.from({ length: count }, (_unused, index): DemoEngagement => {
    const isCurrent = isActive && index === 0;
    const fromYear = isCurrent
      ? random.integer(lastYear - 1, lastYear)
      : random.integer(partner.joinedYear, 2024);
    return {
      establishment: partner.establishment,
      localId: partner.localId,
      position: index + 1,
      degree: weighted(random, degrees),
      leadership: random.pick(engagementCodes.leadership),
      level: random.pick(engagementCodes.level),
      sphere: random.pick(engagementCodes.sphere),
      sector: random.pick(partner.experienceDomains),
      role: random.pick(engagementCodes.role),
      posture: weighted(random, postures),
      fromYear,
      toYear: isCurrent ? null : random.integer(fromYear, 2024),
      recognition: random.next() < 0.3 ? ["NONE"] : some(random, engagementCodes.recognition.slice(0, 4), 2),
    };
  });
}
