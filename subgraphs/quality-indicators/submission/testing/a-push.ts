import { readReference } from "../../../../seeds/planting.js";
import { syntheticSubmissions2025 } from "../../../../seeds/demo/answers-2025-2026.js";
import type { Form } from "../../form/form.entity.js";
import type { Answer } from "../answer.js";

type Instrument = Form & { readonly code: string };

const instruments = readReference<Instrument[]>("instruments.json");

/** The form of the campaign 2025-2026, as the reference data hold it. */
export const form2025 = instruments.find(({ code }) => code === "2025-2026") as Instrument;

const optional = new Set(form2025.questions.flatMap(({ code, module }) => (module ? [code] : [])));

/** Complete answers to it that no rule objects to, without the optional module: 60 partners in the pool, 30 active. */
export function fullAnswers(changes: Record<string, Partial<Answer> | null> = {}): Answer[] {
  const [model] = syntheticSubmissions2025();
  const answers = (model?.responses[0] ?? []) as Answer[];
  const base: Record<string, Partial<Answer> | null> = { B6: { number: 60 }, B7: { number: 30 } };
  const changed = new Map(Object.entries({ ...base, ...changes }));
  const kept = answers
    .filter(({ question }) => !changed.has(question) && !optional.has(question))
    .concat([...changed].flatMap(([question, value]) => (value === null ? [] : { question, ...value })));
  return kept.sort((left, right) => (left.question < right.question ? -1 : 1));
}

/** The mutation with everything that its result holds. */
export const pushMutation = `mutation ($input: YearlyFiguresInput!) {
  submitYearlyFigures(input: $input) {
    status revision receipt contentHash
    submission { id state revision office campaign submittedAt establishment { code } }
    counts { read created updated unchanged rejected }
    issues { rule severity code path row column question message observed expected relatedPaths }
    difference { question yours current changedAt }
  }
}`;

/** What the mutation answers. */
export interface PushAnswer {
  readonly submitYearlyFigures: {
    readonly status: string;
    readonly revision: number | null;
    readonly receipt: string | null;
    readonly contentHash: string | null;
    readonly submission: { readonly id: string; readonly state: string; readonly revision: number } | null;
    readonly counts: Record<string, number>;
    readonly issues: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly code: string;
      readonly path: string;
      readonly row: number | null;
      readonly column: string | null;
      readonly question: string | null;
      readonly message: string;
      readonly relatedPaths: readonly string[];
    }[];
    readonly difference: readonly Record<string, unknown>[];
  };
}

let keys = 0;

/** The input of a push that is accepted as a first one of ciusss-estrie-chus, with what a test changes. */
export const aPush = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  campaign: "2025-2026",
  establishment: "ciusss-estrie-chus",
  idempotencyKey: `key-${(keys += 1)}`,
  baseRevision: null,
  mode: "SUBMIT",
  noticeVersion: form2025.notice.version,
  answers: fullAnswers(),
  ...changes,
});
