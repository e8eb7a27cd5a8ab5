import { fileProblem, type Problem, type Tell } from "./problem.js";
import type { OfficeRows } from "./office-rows.js";
import { type ReadAnswers, readAnswers } from "./read-answers.js";
import type { Reference, ReferenceForm } from "./reference.js";

/** The figures of one office for one campaign, as a file gives them: what one push sends. */
export interface OfficeFigures extends Omit<ReadAnswers, "problems"> {
  readonly campaign: string;
  readonly establishment: string;
  readonly office: string | null;
  readonly form: ReferenceForm;
  /** The first row of these figures. */
  readonly firstRow: number;
  /** Rows with a cell that could not be read: the rules have nothing to add there. */
  readonly unreadRows: ReadonlySet<number>;
}

// A code that nobody knows is told once; of a file with endless such codes, the first ones are remembered.
const mostCodesRemembered = 1_000;

/** Reads the offices of a file one after the other; each unknown code is told once, at its first row. */
export class FigureReader {
  private readonly told = new Set<string>();

  constructor(private readonly reference: Reference) {}

  /** The figures of one office; null when its campaign has no form to read them by. */
  read({ figures, refused }: OfficeRows, tell: Tell): OfficeFigures | null {
    const [first] = figures;
    if (!first) return null;
    const unknown = this.unknownPlaces(first);
    unknown.forEach(tell);
    const campaign = first.campaign.trim();
    const form = this.reference.forms.get(campaign);
    if (!form) return null;
    const { problems, ...read } = readAnswers(figures, form);
    // A formula is no number either: once is enough.
    const unread = problems.filter(({ row, column }) => row === null || !refused.get(row)?.includes(column));
    unread.forEach(tell);
    const unreadRows = new Set(refused.keys());
    for (const { row } of [...unknown, ...unread]) if (row !== null) unreadRows.add(row);
    return {
      campaign,
      establishment: first.establishment.trim(),
      office: first.office.trim() || null,
      form,
      firstRow: first.row,
      unreadRows,
      ...read,
    };
  }

  private unknownPlaces({ row, campaign, establishment }: OfficeRows["figures"][number]): Problem[] {
    const { forms, establishments } = this.reference;
    const unknown = (
      column: "campaign" | "establishment",
      code: string,
      known: ReadonlyMap<string, unknown>,
    ): Problem[] => {
      const place = `${column} ${code}`;
      if (known.has(code) || this.told.has(place)) return [];
      if (this.told.size < mostCodesRemembered) this.told.add(place);
      const expected = [...known.keys()].join(", ");
      return [fileProblem(...unknownCode[column](code), { row, column, observed: code, expected })];
    };
    return [
      ...unknown("campaign", campaign.trim(), forms),
      ...unknown("establishment", establishment.trim(), establishments),
    ];
  }
}

const unknownCode = {
  campaign: (code: string): [string, Problem["messages"]] => [
    "UNKNOWN_CAMPAIGN",
    {
      fr: `« ${code} » n'est pas le code d'une campagne connue de ce programme. Si le carrefour l'a ouverte depuis : --form <fichier>, écrit par « template --form-output ».`,
      en: `“${code}” is not the code of a campaign that this program knows. If the hub has opened it since: --form <file>, written by “template --form-output”.`,
    },
  ],
  establishment: (code: string): [string, Problem["messages"]] => [
    "UNKNOWN_ESTABLISHMENT",
    {
      fr: `« ${code} » n'est pas le code d'un établissement du registre.`,
      en: `“${code}” is not the code of an establishment of the register.`,
    },
  ],
};
