import { describe, expect, it } from "vitest";
import { readReference } from "../figures-file/reference.js";
import { templateSheets } from "./figures-template.js";

const form = readReference().forms.get("2025-2026")!;
const codesIn = (language: "fr" | "en"): Map<string, readonly string[]> => {
  const sheet = templateSheets(form, "chum", [], language).find(({ name }) => name === "Codes")!;
  return new Map(sheet.rows.map((cells) => [cells[0] ?? "", cells]));
};

describe("the sheet of codes", () => {
  it("shows the optional module G, and says whose proposal it is", () => {
    const [, text, , , , , , module] = codesIn("fr").get("G4.ageBand.A18_34")!;
    expect(text).toBe("Nombre de partenaires de la banque de 18 à 34 ans");
    expect(module).toContain("facultatif, proposé par le carrefour");
  });

  it("says which choice excludes the others", () => {
    expect(codesIn("fr").get("G5")![4]).toContain("NONE : Aucune (exclut les autres choix)");
    expect(codesIn("en").get("G5")![4]).toContain("NONE: None (excludes the other choices)");
  });

  it("tells the sums to keep to, at the first question of each", () => {
    expect(codesIn("en").get("G1.INFORMATION")![5]).toContain(
      "sum: G1.INFORMATION + G1.CONSULTATION + G1.COLLABORATION + G1.PARTNERSHIP = G2.PROFESSIONAL_LED + G2.PATIENT_LED + G2.CO_LED",
    );
    expect(codesIn("fr").get("G4.gender.WOMAN")![5]).toMatch(/somme : G4\.gender\.WOMAN .* ≤ B6$/);
    expect(codesIn("fr").get("G4.gender.MAN")![5]).not.toContain("somme");
  });
});
