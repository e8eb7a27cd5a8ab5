import type { ExpectedOffice } from "../campaign-window/expected-office.js";
import type { Answer } from "../submission/answer.js";
import type { OfficeAnswers, Units } from "./office-answers.js";

/** One of those that a measure counts: a response, or an office with all of its responses. */
export interface CountedUnit {
  readonly office: string;
  /** Where the office stands in the frame; null for one that the campaign does not expect. */
  readonly place: ExpectedOffice | null;
  /** What it answered to a question, in the order of the answers. */
  readonly answersTo: (question: string) => readonly Answer[];
}

const nothing: readonly Answer[] = [];

/** The unit of some answers of an office; they are sorted by question once. */
export function countedUnit(
  office: string,
  place: ExpectedOffice | null,
  answers: readonly Answer[],
): CountedUnit {
  const byQuestion = new Map<string, Answer[]>();
  for (const answer of answers) {
    const known = byQuestion.get(answer.question);
    if (known) known.push(answer);
    else byQuestion.set(answer.question, [answer]);
  }
  return { office, place, answersTo: (question) => byQuestion.get(question) ?? nothing };
}

/** Every unit of a campaign, of both sorts. */
export function countedUnits(
  frame: readonly ExpectedOffice[],
  offices: readonly OfficeAnswers[],
): Readonly<Record<Units, readonly CountedUnit[]>> {
  const places = new Map(frame.map((place) => [place.office, place]));
  const placeOf = (office: string): ExpectedOffice | null => places.get(office) ?? null;
  return {
    RESPONDENTS: offices.flatMap(({ office, responses }) =>
      responses.map((answers) => countedUnit(office, placeOf(office), answers)),
    ),
    OFFICES: offices.map(({ office, responses }) => countedUnit(office, placeOf(office), responses.flat())),
  };
}
