import type { CampaignAnswers } from "../../computation/campaign-answers.js";
import type { Measure } from "../../computation/measure.js";
import type { CandidateRow } from "../candidate-row.js";
import { countsPersons } from "./counted-persons.js";
import type { Line } from "./few-offices.js";
import type { PublicationInput } from "../publication-input.js";
import { type ToldAnswers, toldAnswers, toldOf } from "./told-of-measure.js";
import type { Told, ToldOfQuestion } from "./told-part.js";

/** What a row tells, by the rule that protects it. */
export interface ToldRow {
  /** Facts about organisations: none of too few of them. */
  readonly ofOffices: readonly Line[];
  /** Numbers of persons: none too small. */
  readonly ofPersons: readonly Line[];
  /** True when what it tells cannot be followed, or tells which offices are in it by what each weighs. */
  readonly isOpen: boolean;
}

/** What a row without a figure tells. */
export const toldNothing: ToldRow = { ofOffices: [], ofPersons: [], isOpen: false };

/** True for a row that says nothing of what offices answered. */
export const tellsNothing = ({ row, contributors }: CandidateRow): boolean =>
  row.status === "SUPPRESSED" || contributors === null || contributors.length === 0;

/** Tells what rows tell of the answers of one vintage; each measure is read once. */
export class ToldRows {
  readonly of: ToldAnswers;
  private readonly told = new Map<Measure, Map<string | null, Told>>();
  private readonly finest: ReadonlyMap<string, string>;

  constructor(input: PublicationInput, answers: CampaignAnswers) {
    this.finest = new Map(input.questions.map(({ code, finestLevel }) => [code, finestLevel]));
    this.of = toldAnswers(answers, (question) => this.isByEstablishment(question), input.sameTotals ?? []);
  }

  /** What a row of a measure tells for the offices of an area; null for the whole province. */
  rowOf(measure: Measure, category: string | null, offices: ReadonlySet<string> | null): ToldRow {
    const told = this.toldOf(measure, category);
    if (told === null) return { ofOffices: [], ofPersons: [], isOpen: true };
    const lines = told.map((of) => ({ told: of, offices }));
    return {
      ofOffices: lines.filter((line) => !this.isFree(line.told)),
      ofPersons: lines.filter((line) => this.isOfPersons(line.told)),
      isOpen: told.some(({ isWeighed }) => isWeighed),
    };
  }

  /** True for a number that counts persons, summed. */
  isOfPersons = ({ question, reading }: ToldOfQuestion): boolean =>
    reading === "SUM" && this.countsPersons(question);

  countsPersons = (question: string): boolean =>
    countsPersons({ code: question, finestLevel: this.finest.get(question) ?? "" });

  isByEstablishment = (question: string): boolean => this.finest.get(question) === "ESTABLISHMENT";

  // What is published beside each establishment's name is no secret of its office; persons have a rule of their own.
  private isFree({ question, reading }: ToldOfQuestion): boolean {
    return this.isByEstablishment(question) && (reading === "SUM" || !this.isPersonsQuestion(question));
  }

  private isPersonsQuestion = (question: string): boolean =>
    countsPersons({ code: question, finestLevel: "" });

  private toldOf(measure: Measure, category: string | null): Told {
    const known = this.told.get(measure) ?? new Map<string | null, Told>();
    this.told.set(measure, known);
    const told = known.get(category);
    if (told !== undefined) return told;
    const fresh = toldOf(measure, category, this.of);
    known.set(category, fresh);
    return fresh;
  }
}
