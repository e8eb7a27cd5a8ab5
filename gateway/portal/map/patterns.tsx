import type { TileState } from "./region-values.js";

/** The fill of a tile that has no colour: a pattern of its own for what is protected and for what is not there. */
export const patternOf = (kind: TileState["kind"]): string | undefined =>
  kind === "masked" ? "url(#pattern-masked)" : kind === "absent" ? "url(#pattern-absent)" : undefined;

/** Stripes for what is protected, dots for what is not there: told apart without colour. */
export const Patterns = () => (
  <defs>
    <pattern id="pattern-masked" width="10" height="10" patternUnits="userSpaceOnUse">
      <rect class="pattern-paper" width="10" height="10" />
      <path class="pattern-line" d="M-2 2l4-4M0 10l10-10M8 12l4-4" />
    </pattern>
    <pattern id="pattern-absent" width="7" height="7" patternUnits="userSpaceOnUse">
      <rect class="pattern-paper" width="7" height="7" />
      <circle class="pattern-dot" cx="3.5" cy="3.5" r="1.4" />
    </pattern>
  </defs>
);
