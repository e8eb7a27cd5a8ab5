import { closeSync, openSync, writeSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import { fullAnswers } from "../../subgraphs/quality-indicators/submission/testing/a-push.js";

/** A file of yearly figures to make: how many rows, and which part of them is at fault. */
export interface FileToMake {
  readonly rows: number;
  readonly faults: number;
}

const establishments = ["chum", "cusm", "icm", "cisss-laval", "ciusss-estrie-chus", "cisss-outaouais"];
const texts: Readonly<Record<string, string>> = {
  D: "Une équipe engagée, des partenaires présents dès la planification des projets. Les directions y croient et le disent.",
  E: "Le recrutement reste difficile dans les régions éloignées. Le temps manque pour former tout le monde.",
  F: "Merci de poursuivre la collecte. Un retour plus rapide aiderait les bureaux.",
};

/** Answers as rows of question, value, missing and comment: one row a choice. */
function rowsOfOneOffice(): string[][] {
  const texted = Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, { text }]));
  return fullAnswers(texted).flatMap(({ question, number, text, choices, missing, comment }) =>
    (choices ?? [number ?? text ?? ""]).map((value) => [
      question,
      String(value),
      missing ?? "",
      comment ?? "",
    ]),
  );
}

// The same numbers at every run: a benchmark must measure the same file.
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const faulty = ([question = "", value = "", missing = "", comment = ""]: readonly string[]): string[] =>
  /^-?\d/.test(value)
    ? [question, `${value} $`, missing, comment]
    : /^[A-Z0-9_]+$/.test(value)
      ? [question, `${value}_X`, missing, comment]
      : [question, `=${value}`, missing, comment];

/**
 * Writes a file of offices with complete answers whose rows come in shuffled order: every row stands within a block of
 * all the rows of the file, so that no office is together.
 */
export function makeFiguresFile(path: string, { rows, faults }: FileToMake): void {
  const model = rowsOfOneOffice();
  const random = randomOf(rows);
  const offices = Math.ceil(rows / model.length);
  // A step that shares no factor with the number of rows visits each of them once, far from the one before.
  const step = coprimeNear(Math.floor(rows * 0.618), rows);
  const file = openSync(path, "w");
  let batch: string[][] = [
    ["campaign", "establishment", "office", "question", "value", "missing", "comment"],
  ];
  for (let index = 0, at = 0; index < rows; index += 1, at = (at + step) % rows) {
    const office = Math.floor(at / model.length);
    const row = model[at % model.length]!;
    const cells = random() < faults ? faulty(row) : row;
    const establishment = establishments[office % establishments.length]!;
    batch.push(["2025-2026", establishment, `bureau-${office % offices}`, ...cells]);
    if (batch.length === 5_000 || index === rows - 1) {
      writeSync(file, stringify(batch));
      batch = [];
    }
  }
  closeSync(file);
}

function coprimeNear(start: number, modulus: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, start);
  while (divisor(step, modulus) !== 1) step += 1;
  return step;
}
