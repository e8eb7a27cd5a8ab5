import { describe, expect, it } from "vitest";
import { readReference } from "../../../../seeds/planting.js";
import { context, found } from "../testing/a-context.js";
import { form2025, fullAnswers } from "../testing/a-push.js";
import { namesAnEstablishment } from "./establishment-names.js";
import { rules } from "./index.js";
import { issuesOf } from "./rule.js";

interface Named {
  readonly name: { readonly fr: string; readonly en: string };
  readonly shortName: { readonly fr: string; readonly en: string };
  readonly aliases: readonly { readonly label: string }[];
}
// The option of the questionnaire that stands for three establishments at once is a region.
const isRegion = (label: string): boolean => label === "17-Nunavik";
const namesOfRegister = readReference<Named[]>("establishments.json")
  .flatMap(({ name, shortName, aliases }) => [
    name.fr,
    name.en,
    shortName.fr,
    shortName.en,
    ...aliases.map(({ label }) => label),
  ])
  .filter((label) => !isRegion(label));
const officeNames = readReference<{ names: { label: string }[] }[]>("partnership-offices.json").flatMap(
  ({ names }) => names.map(({ label }) => label),
);

describe("personal data in free texts (V19)", () => {
  it.each([
    ["Le projet doit tout à M. Tremblay.", "PERSON_NAME"],
    ["Merci à Mme J. Roy pour son aide", "PERSON_NAME"],
    ["La Dre Élise-Ève Côté nous appuie.", "PERSON_NAME"],
    ["Écrire à marie.roy+bureau@exemple.qc.ca", "EMAIL_ADDRESS"],
    ["Appelez le (514) 555-0199.", "TELEPHONE_NUMBER"],
    ["Appelez le 1 819 555 0199, poste 2.", "TELEPHONE_NUMBER"],
    ["Notre local est au H2X 0A9.", "POSTAL_CODE"],
    ["Dossier TREM 8051 0199", "HEALTH_INSURANCE_NUMBER"],
    ["dossier trem80510199", "HEALTH_INSURANCE_NUMBER"],
    ["Le CHUM recrute.", "ESTABLISHMENT_NAME"],
    ["À l'ICM, tout va bien.", "ESTABLISHMENT_NAME"],
    ["Le BEEPP forme les équipes.", "ESTABLISHMENT_NAME"],
    ["Issu de l'ancien CSSS de l'Énergie.", "ESTABLISHMENT_NAME"],
    ["au ciusss de la mauricie", "ESTABLISHMENT_NAME"],
    ["Le CISSSMO a changé.", "ESTABLISHMENT_NAME"],
  ])("object to « %s »", (text, code) => {
    expect(found(fullAnswers({ D: { text } }))).toEqual([`V19 ${code} D`]);
  });

  it.each([
    "Les CISSS et les CIUSSS du Québec, les CHU et les instituts.",
    "La directrice et Madame la présidente du comité des usagers.",
    "Le plan 2020-2025 et le plan 2010-2015 : 1 250 000 $ sur 10 ans.",
    "Un chum de l'équipe nous aide en cardiologie à Montréal.",
    "Réponse synthétique : sensibilisation",
    "Niveaux A2.4 et C5, 94 partenaires, 1.5 ETC, 150 mots.",
    "Notre CISSS collabore avec un autre CISSS, un CLSC et un CHSLD.",
  ])("let « %s » pass", (text) => {
    expect(found(fullAnswers({ D: { text } }))).toEqual([]);
  });

  it.each([...new Set([...namesOfRegister, ...officeNames])])("know the name « %s »", (name) => {
    expect(namesAnEstablishment(`Nous, ${name}, avançons.`)).toBe(true);
  });

  it("are looked for in every free text and comment, but not where a title or a name is asked", () => {
    const text = "Voir Mme Roy, 514 555-0199.";
    const changes = {
      "A2.2": { text },
      B1: { choices: ["OTHER"] },
      "B1.other": { text },
      B6: { number: 60, comment: "Mme Roy les compte, au CHUM." },
      C6: { choices: ["YES"] },
      "C6.text": { text },
      "C7.text": { text },
      E: { text },
      F: { text },
    };
    expect(found(fullAnswers(changes)).sort()).toEqual(
      [
        "V19 PERSON_NAME B6",
        ...["B1.other", "C6.text", "C7.text", "E", "F"].flatMap((question) => [
          `V19 PERSON_NAME ${question}`,
          `V19 TELEPHONE_NUMBER ${question}`,
        ]),
      ].sort(),
    );
  });

  it("are shown with the one sentence to mend", () => {
    const sentence = "Sans Dr. Roy, rien ne bouge !";
    const answers = fullAnswers({ D: { text: `Nous avançons bien. ${sentence} Le reste suit.` } });
    const [issue, ...others] = issuesOf(rules, answers, form2025, context);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ severity: "W", observed: sentence, column: "value" });
    expect(issue!.messages.fr).toBe(
      `Cette phrase contient le nom d'une personne : « ${sentence} ». Retirez-le de la phrase, ou confirmez en commentaire : le texte restera alors entre votre bureau et la collecte.`,
    );
  });

  // A pattern that tries every way of cutting such a text would outlast the suite.
  it("are looked for to the end, however long and odd the text", () => {
    for (const text of [
      "a".repeat(1_000_000),
      "1 ".repeat(500_000),
      "a@".repeat(500_000),
      "M. ".repeat(300_000),
    ])
      expect(found(fullAnswers({ D: { text } }))).toEqual(expect.anything());
  });
});
