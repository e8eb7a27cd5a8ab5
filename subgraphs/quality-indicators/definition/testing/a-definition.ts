/** The mutation with everything that its result holds. */
export const defineMutation = `mutation ($input: DefineIndicatorInput!) {
  defineIndicator(input: $input) {
    status version receipt
    indicator { code version name { fr en status } origin levels companions askedIn questions categories { code } }
    issues { code path message english: message(lang: EN) observed expected }
    figures { campaign category basis value low high numerator denominator status reason }
  }
}`;

/** What the mutation answers. */
export interface DefineAnswer {
  readonly defineIndicator: {
    readonly status: string;
    readonly version: number | null;
    readonly receipt: string | null;
    readonly indicator: { readonly code: string; readonly version: number } | null;
    readonly issues: readonly {
      readonly code: string;
      readonly path: string;
      readonly message: string;
      readonly english: string;
    }[];
    readonly figures: readonly {
      readonly value: number | null;
      readonly status: string;
      readonly reason: string | null;
    }[];
  };
}

const text = (fr: string, en: string | null = null) => ({ fr, en });

/** A definition that is accepted: the share of offices that train professionals, with what a test changes. */
export const aDefinition = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  code: "IQP-27",
  name: text("Bureaux qui forment les professionnels", "Offices that train professionals"),
  plain: text("Qui forme les professionnels"),
  definition: text("Part des bureaux qui forment les professionnels."),
  numeratorDefinition: text("Bureaux qui forment les professionnels"),
  denominatorDefinition: text("Bureaux"),
  sphere: "TEACHING",
  unit: "PERCENT",
  valueType: "PROPORTION",
  basis: "OFFICES",
  askedIn: ["2025-2026"],
  measures: [{ kind: "SHARE", of: { question: "C5", choice: "TRAIN_PROFESSIONALS" } }],
  ...changes,
});
