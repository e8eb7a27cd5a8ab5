import { readFile } from "node:fs/promises";
import { readTableFile, type TableFile, TableFileError, type TableMistake } from "../../subgraphs/offline.js";
import { UsageError } from "./exit-code.js";
import { printable } from "./problem-table.js";
import type { Words } from "../figures-file/problem.js";

/** Reads a table's file, and its hierarchies; a file that is none is told with the places to mend. */
export async function openTableFile(path: string, hierarchyPath: string | undefined): Promise<TableFile> {
  const [text, hierarchyText] = await Promise.all([
    textOf(path),
    hierarchyPath === undefined ? null : textOf(hierarchyPath),
  ]);
  try {
    return readTableFile(text, hierarchyText);
  } catch (error) {
    if (error instanceof TableFileError) throw new UsageError(wordsOf(error.mistakes, path));
    throw error;
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT")
      throw new UsageError({
        fr: `Le fichier ${path} n'existe pas.`,
        en: `The file ${path} does not exist.`,
      });
    const [fr, en] =
      code === "ERR_ENCODING_INVALID_ENCODED_DATA"
        ? ["il n'est pas en UTF-8", "it is not UTF-8"]
        : [code, code];
    throw new UsageError({
      fr: `${path} ne peut pas être lu (${fr}).`,
      en: `${path} cannot be read (${en}).`,
    });
  }
}

const mostTold = 30;

function wordsOf(mistakes: readonly TableMistake[], path: string): Words {
  const told = (language: "fr" | "en"): string[] => {
    const colon = language === "fr" ? " : " : ": ";
    return mistakes
      .slice(0, mostTold)
      .map(
        ({ code, place, messages }) =>
          `  ${printable(place[language])}${colon}${oneLine(messages[language])} (${code})`,
      );
  };
  const rest = mistakes.length - mostTold;
  return {
    fr: [
      `${path} ne peut pas être pris pour une table :`,
      ...told("fr"),
      ...(rest > 0 ? [`  … et ${rest} autres.`] : []),
    ].join("\n"),
    en: [
      `${path} cannot be taken for a table:`,
      ...told("en"),
      ...(rest > 0 ? [`  … and ${rest} more.`] : []),
    ].join("\n"),
  };
}

// What a file holds must not steer the terminal that shows it.
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, " ");
