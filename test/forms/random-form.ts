import { chance, type Draw, pick, several, shuffled, wholeNumber } from "./draw.js";

/** What an answer is made of. */
export type DrawnType = "CHOICE" | "CHOICES" | "INTEGER" | "DECIMAL" | "TEXT" | "TEXTS";

export interface DrawnText {
  readonly fr: string;
  readonly en: string;
}

export interface DrawnChoice {
  readonly code: string;
  readonly label: DrawnText;
  readonly low: number | null;
  readonly high: number | null;
  readonly alone: boolean;
}

export interface DrawnBounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly decimals?: number;
  readonly maximumWords?: number;
  readonly maximumCharacters?: number;
}

export interface DrawnQuestion {
  readonly code: string;
  readonly section: string;
  readonly module: string | null;
  readonly text: DrawnText;
  readonly type: DrawnType;
  readonly required: boolean;
  readonly choices: readonly DrawnChoice[];
  readonly constraints: DrawnBounds;
  readonly condition: { readonly question: string; readonly choice: string } | null;
  readonly requiredWhenCondition: boolean;
  readonly finestLevel: "NEVER" | "PROVINCE" | "GROUP" | "ESTABLISHMENT";
}

export interface DrawnTotal {
  readonly kind: "SAME_TOTAL" | "AT_MOST";
  readonly questions: readonly string[];
  readonly other: readonly string[];
}

/** A form that nobody wrote, as a steward would send it. */
export interface DrawnForm {
  readonly version: string;
  readonly title: DrawnText;
  readonly notice: { readonly version: string; readonly text: DrawnText };
  readonly sections: readonly { readonly code: string; readonly title: DrawnText }[];
  readonly modules: readonly {
    readonly code: string;
    readonly version: string;
    readonly title: DrawnText;
    readonly origin: "SOURCE" | "PROPOSED_BY_HUB";
  }[];
  readonly questions: readonly DrawnQuestion[];
  readonly totals: readonly DrawnTotal[];
}

const types: readonly DrawnType[] = ["CHOICE", "CHOICES", "INTEGER", "DECIMAL", "TEXT", "TEXTS"];
const told = (words: string): DrawnText => ({ fr: `${words} ?`, en: `${words}, in English?` });

/** A form with every type of question at least once, and now and then bands, conditions, modules and totals. */
export function randomForm(draw: Draw): DrawnForm {
  const sections = several(draw, 1, 3, (place) => ({ code: `S${place}`, title: told(`Section ${place}`) }));
  const modules = several(draw, 0, 2, (place) => ({
    code: `M${place}`,
    version: `${wholeNumber(draw, 1, 9)}`,
    title: told(`Module ${place}`),
    origin: pick(draw, ["SOURCE", "PROPOSED_BY_HUB"] as const),
  }));
  const where = (): Pick<DrawnQuestion, "section" | "module"> => ({
    section: pick(draw, sections).code,
    module: modules.length > 0 && chance(draw, 40) ? pick(draw, modules).code : null,
  });
  const order = shuffled(draw, [...types, ...several(draw, 0, 6, () => pick(draw, types))]);
  const questions: DrawnQuestion[] = [];
  for (const [place, type] of order.entries())
    questions.push({ ...where(), ...randomQuestion(draw, `Q${place + 1}`, type, questions) });
  const totals = several(draw, 0, 2, (block) => {
    const type = pick(draw, ["INTEGER", "DECIMAL"] as const);
    const parts = several(draw, 1, 4, (place) => `N${block}.part_${place}`);
    const wholes = several(draw, 1, 3, (place) => `N${block}.whole_${place}`);
    for (const code of [...parts, ...wholes]) questions.push({ ...where(), ...countQuestion(code, type) });
    return { kind: pick(draw, ["SAME_TOTAL", "AT_MOST"] as const), questions: parts, other: wholes };
  });
  return {
    version: `${wholeNumber(draw, 1, 99)}`,
    title: told("Formulaire"),
    notice: { version: `avis-${wholeNumber(draw, 1, 99)}`, text: told("Avis") },
    sections,
    modules,
    questions,
    totals,
  };
}

type Placeless = Omit<DrawnQuestion, "section" | "module">;

const countQuestion = (code: string, type: "INTEGER" | "DECIMAL"): Placeless => ({
  code,
  text: told(code),
  type,
  required: false,
  choices: [],
  constraints: type === "DECIMAL" ? { minimum: 0, decimals: 2 } : { minimum: 0 },
  condition: null,
  requiredWhenCondition: false,
  finestLevel: "GROUP",
});

function randomQuestion(
  draw: Draw,
  code: string,
  type: DrawnType,
  before: readonly DrawnQuestion[],
): Placeless {
  const deciding = before.filter(({ choices }) => choices.length > 0);
  const on = deciding.length > 0 && chance(draw, 45) ? pick(draw, deciding) : null;
  const isText = type === "TEXT" || type === "TEXTS";
  return {
    code: on && chance(draw, 30) ? `${on.code}.detail_${code}` : code,
    text: told(code),
    type,
    required: on === null && chance(draw, 50),
    choices: type === "CHOICE" || type === "CHOICES" ? randomChoices(draw, type) : [],
    constraints: randomBounds(draw, type),
    condition: on ? { question: on.code, choice: pick(draw, on.choices).code } : null,
    requiredWhenCondition: on !== null && chance(draw, 50),
    finestLevel: isText ? "NEVER" : pick(draw, ["NEVER", "PROVINCE", "GROUP", "ESTABLISHMENT"] as const),
  };
}

function randomChoices(draw: Draw, type: "CHOICE" | "CHOICES"): DrawnChoice[] {
  const codes = several(draw, 2, 5, (place) => `C${place}`);
  if (chance(draw, 40)) codes.push("OTHER");
  const plain = codes.map((code) => ({ code, label: told(code), low: null, high: null, alone: false }));
  if (type === "CHOICES")
    return chance(draw, 50) ? [...plain, { ...plain[0]!, code: "NONE", alone: true }] : plain;
  if (chance(draw, 50)) return plain;
  // Bands follow each other; the first may begin, and the last end, nowhere.
  let edge = wholeNumber(draw, -5, 5);
  const banded = plain.map((choice, rank) => {
    const low = rank === 0 && chance(draw, 50) ? null : edge;
    edge += wholeNumber(draw, 1, 50_000);
    return { ...choice, low, high: rank === plain.length - 1 && chance(draw, 50) ? null : edge };
  });
  return banded;
}

function randomBounds(draw: Draw, type: DrawnType): DrawnBounds {
  const given = <Bound extends object>(bound: Bound): Partial<Bound> => (chance(draw, 60) ? bound : {});
  if (type === "TEXT" || type === "TEXTS")
    return {
      ...given({ maximumWords: wholeNumber(draw, 1, 30) }),
      ...given({ maximumCharacters: wholeNumber(draw, 20, 300) }),
    };
  if (type === "CHOICE" || type === "CHOICES") return {};
  const minimum = pick(draw, [-50, 0, 3]);
  const least = given({ minimum });
  return {
    ...least,
    ...given({ maximum: (least.minimum ?? 0) + wholeNumber(draw, 1, 5_000) }),
    ...given({ decimals: type === "INTEGER" ? 0 : wholeNumber(draw, 0, 2) }),
  };
}
