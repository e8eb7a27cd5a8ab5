import type { PublishedQuestion } from "../publication-input.js";

// The questions of the questionnaire and of module G that count partners; the fourth asks what they are.
const persons = /^(B6|B7|G3\..+|G4\..+)$/;
const sensitive = /^G4\..+$/;

/** A number of persons that is part of another one: what is left is a number of persons too. */
export const partsOfWholes = [{ part: "B7", whole: "B6" }] as const;

type Known = Pick<PublishedQuestion, "code" | "finestLevel">;

/** True for a number of persons; one that is published by establishment is taken for one whatever it is called. */
export const countsPersons = ({ code, finestLevel }: Known): boolean =>
  persons.test(code) || finestLevel === "ESTABLISHMENT";

/** True for a number of persons by what could harm them: age, gender, language. */
export const isSensitive = (code: string): boolean => sensitive.test(code);
