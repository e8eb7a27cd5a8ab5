import { type Command, Option } from "commander";
import { readTerminalConfig } from "../config.js";
import type { Words } from "../figures-file/problem.js";

/** A language of the terminal. */
export type TerminalLanguage = "fr" | "en";

/** Adds `--lang` to a command; without it LANG decides. */
export const withLanguage = (command: Command): Command =>
  command.addOption(new Option("--lang <langue>", "langue · language").choices(["fr", "en"]));

/** The language of one call: `--lang` as it was typed, else the terminal's; French when neither can be read. */
export function languageOf(typed: readonly string[]): TerminalLanguage {
  const given = typed[typed.indexOf("--lang") + 1];
  const equal = typed.find((word) => word.startsWith("--lang="))?.slice("--lang=".length);
  for (const word of [typed.includes("--lang") ? given : undefined, equal])
    if (word === "fr" || word === "en") return word;
  try {
    return readTerminalConfig().language;
  } catch {
    return "fr";
  }
}

/** Picks the language of a text. */
export const inLanguage = (words: Words, language: TerminalLanguage): string => words[language];
