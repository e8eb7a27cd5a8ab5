import { expect, it } from "vitest";
import { readConfig } from "./config.js";
import { startTable } from "./start-table.js";

const tableIn = (language: string): string =>
  startTable(readConfig({ LANG: language }), {
    address: "http://127.0.0.1:4000",
    watchedAt: "http://127.0.0.1:4001",
    journal: ".data/hub.log",
    isDemonstration: true,
    hasTokens: true,
  });

it.each([
  ["fr_CA.UTF-8", ["Carrefour est prêt.", "Porte publique", "synthétique", "Ctrl-C pour arrêter."]],
  ["en_CA.UTF-8", ["Carrefour is ready.", "Public door", "synthetic", "Ctrl-C to stop."]],
  ["C", ["Carrefour est prêt."]],
])("speaks the language of LANG=%s on the terminal", (language, words) => {
  for (const word of words) expect(tableIn(language)).toContain(word);
});

it("fits a terminal of ninety columns", () => {
  for (const line of tableIn("fr_CA.UTF-8")
    .split("\n")
    .filter((text) => text.startsWith("│")))
    expect(line.length).toBeLessThanOrEqual(90);
});
