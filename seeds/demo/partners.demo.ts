import { partnerDictionary } from "../../subgraphs/partners/release/data-dictionary.js";
import { releasePolicy } from "../../subgraphs/partners/release/release-policy.js";
import { asRow, type Planting } from "../planting.js";
import { demoRelease } from "./release.demo.js";
import { demoRoster } from "./roster.demo.js";

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

/** Demonstration rosters, two access agreements, and one approved release for both. All of it is made up. */
export function partnersDemo(): Planting {
  const roster = demoRoster();
  return {
    name: "demo",
    beds: [
      { table: "partners.partner", rows: roster.partners.map(asRow) },
      { table: "partners.engagement", rows: roster.engagements.map(asRow) },
      { table: "partners.access_agreement", rows: agreementRows },
      ...demoRelease(
        roster,
        agreements.map(({ code }) => code),
      ),
    ],
  };
}
