/** How an indicator is computed from the answers of a campaign; kept as data with the indicator. */
export type Computation =
  | { readonly kind: "REPRESENTED"; readonly of: "ESTABLISHMENTS"; readonly universe: "32" | "35" }
  | { readonly kind: "REPRESENTED"; readonly of: "HEALTH_REGIONS" }
  | { readonly kind: "SHARE"; readonly question: string; readonly choice: string }
  | { readonly kind: "SHARE_EQUAL"; readonly question: string; readonly number: number }
  | { readonly kind: "SHARE_BY_CHOICE"; readonly question: string }
  | { readonly kind: "SUM"; readonly question: string }
  | {
      readonly kind: "RATIO";
      readonly numerator: string;
      readonly denominator: string;
      readonly scale: number;
    }
  | { readonly kind: "DISTRIBUTION"; readonly question: string }
  | { readonly kind: "COMPLETENESS" };

/** The questions whose answers a computation reads: what may be published of it is what may be of them. */
export function questionsOf(computation: Computation): readonly string[] {
  switch (computation.kind) {
    case "REPRESENTED":
    case "COMPLETENESS":
      return [];
    case "RATIO":
      return [computation.numerator, computation.denominator];
    default:
      return [computation.question];
  }
}
