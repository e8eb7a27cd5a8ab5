import { anonymisePartners, partnerKeyNames } from "../../subgraphs/partners/release/anonymise-partners.js";
import { type Chance, releaseRows } from "../../subgraphs/partners/release/anonymisation/release-rows.js";
import { partnerDictionary } from "../../subgraphs/partners/release/data-dictionary.js";
import { releasePolicy } from "../../subgraphs/partners/release/release-policy.js";
import { asRow, type Planting } from "../planting.js";
import { type Random, seededRandom } from "./random.js";
import { type DemoRoster, demoRoster } from "./roster.demo.js";

const agreements = [
  {
    code: "entente-demo-1",
    subjects: ["researcher", "researcher:entente-demo-1"],
    purpose: {
      fr: "Démonstration : décrire qui sont les partenaires selon la région et l'âge.",
      en: "Demonstration: describe who the partners are, by region and age.",
      status: "PROPOSED",
    },
  },
  {
    code: "entente-demo-2",
    subjects: ["researcher:entente-demo-2"],
    purpose: {
      fr: "Démonstration : étudier à quel titre et dans quels domaines d'expérience les partenaires participent.",
      en: "Demonstration: study in what standing and in which domains of experience partners take part.",
      status: "PROPOSED",
    },
  },
] as const;

const agreementRows = agreements.map(({ code, purpose, subjects }) => ({
  code,
  // The accounts of the demonstration that may use it, by their name or by that of their program: an issuer other than
  // that of development draws the `sub` of a program by itself.
  subjects,
  clients: subjects,
  purpose,
  variables: partnerDictionary.map(({ column }) => column),
  record_level: "ANONYMISED",
  k_threshold: releasePolicy.k,
  valid_from: "2025-04-01",
  // Far away on purpose: the database's own clock decides, and the demonstration stays open whenever it is tried.
  valid_to: "2099-03-31",
  status: "ACTIVE",
  synthetic: true,
}));

const demoReleaseCode = "partenaires-demo-1";

/** Demonstration rosters, two access agreements, and one approved release for both. All of it is made up. */
export function partnersDemo(): Planting {
  const roster = demoRoster();
  const { release, records } = demoRelease(roster);
  return {
    name: "demo",
    beds: [
      { table: "partners.partner", rows: roster.partners.map(asRow) },
      { table: "partners.engagement", rows: roster.engagements.map(asRow) },
      { table: "partners.access_agreement", rows: agreementRows },
      { table: "partners_release.release", rows: [release] },
      {
        table: "partners_release.release_agreement",
        rows: agreements.map(({ code }) => ({ release: demoReleaseCode, agreement: code })),
      },
      { table: "partners_release.record", rows: records },
    ],
  };
}

function demoRelease({ partners }: DemoRoster): { release: object; records: readonly object[] } {
  const anonymised = anonymisePartners(partners);
  if (!anonymised) throw new Error("demonstration release: the demonstration roster cannot be anonymised");
  const chance = seededChance(seededRandom(783));
  return {
    release: {
      code: demoReleaseCode,
      version: 1,
      title: "Partenaires — démonstration, données synthétiques",
      created_at: "2026-04-13T14:00:00Z",
      approved_at: "2026-04-14T14:00:00Z",
      built_by: "demo:steward-privacy",
      approved_by: "demo:steward-publish",
      keys: partnerKeyNames,
      columns: partnerDictionary,
      report: anonymised.report,
      synthetic: true,
      status: "APPROVED",
    },
    records: agreements.flatMap((agreement) =>
      releaseRows(demoReleaseCode, agreement.code, anonymised, chance).map(asRow),
    ),
  };
}

// The demonstration is the same on every machine; a real release takes the system's own chance.
function seededChance(random: Random): Chance {
  const hexadecimal = (digits: number): string =>
    Array.from({ length: digits }, () => random.integer(0, 15).toString(16)).join("");
  return {
    below: (limit) => random.integer(0, limit - 1),
    uuid: () =>
      `${hexadecimal(8)}-${hexadecimal(4)}-4${hexadecimal(3)}-8${hexadecimal(3)}-${hexadecimal(12)}`,
  };
}
