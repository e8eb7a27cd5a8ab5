import type { Language } from "../language.js";
import type { PortalIndicatorDefinitionQuery } from "./indicator-definition.operation.js";
import type { PortalIndicatorValuesQuery } from "./indicator-values.operation.js";
import type { ProvinceValue } from "./values-shown.js";

export type Indicator = NonNullable<PortalIndicatorDefinitionQuery["qualityIndicator"]>;
export type Values = NonNullable<PortalIndicatorValuesQuery["qualityIndicator"]>;
export type Category = Indicator["categories"][number];
export type ShownCampaign = PortalIndicatorDefinitionQuery["campaigns"][number];

/** All that the sections of an indicator's page are written from. */
export interface ShownIndicator {
  readonly language: Language;
  readonly publicUrl: string;
  readonly indicator: Indicator;
  readonly values: Values;
  /** Those that can be chosen, the oldest first. */
  readonly campaigns: readonly ShownCampaign[];
  readonly campaign: ShownCampaign;
  readonly category: Category | null;
  readonly asOf: string | null;
  /** What the address asked for and is no day. */
  readonly hasBadDay: boolean;
  readonly documents: PortalIndicatorDefinitionQuery["sources"];
  /** Of the chosen category, for all of Québec. */
  readonly rows: readonly ProvinceValue[];
  readonly headline: ProvinceValue | null;
  readonly contradictions: PortalIndicatorValuesQuery["contradictions"];
}

/** What each section of the page is given. */
export interface SectionProps {
  readonly of: ShownIndicator;
}
