/** The hub's own registers, as far as indicators measure them: facts about no office and no person. */
export interface Registers {
  /** The published indicators, each with the highest degree of engagement recorded of its making, or null. */
  readonly indicators: readonly { readonly code: string; readonly degree: string | null }[];
  readonly recommendations: readonly { readonly code: string; readonly status: string }[];
  /** True when any of it was made up for a demonstration. */
  readonly synthetic: boolean;
}

/** Registers with nothing in them. */
export const emptyRegisters: Registers = { indicators: [], recommendations: [], synthetic: false };
