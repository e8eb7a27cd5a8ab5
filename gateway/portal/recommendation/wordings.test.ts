import { describe, expect, it } from "vitest";
import { differentWordings } from "./wordings.js";

const printed = (text: string, section: string) => ({ text, provenance: { document: "F", section } });

describe("the wordings of a recommendation", () => {
  it("are told apart by their words, not by a number before them, a capital or the mark at the end", () => {
    const wordings = differentWordings([
      printed("Démocratiser la santé", "Sommaire exécutif"),
      printed("Démocratiser la santé pour toutes et tous.", "3. Conférence"),
      printed("3. démocratiser la santé ;", "Annexe 1"),
    ]);
    expect(
      wordings.map(({ text, printed: places }) => [text, places.map(({ provenance }) => provenance.section)]),
    ).toEqual([
      ["Démocratiser la santé", ["Sommaire exécutif", "Annexe 1"]],
      ["Démocratiser la santé pour toutes et tous", ["3. Conférence"]],
    ]);
  });
});
