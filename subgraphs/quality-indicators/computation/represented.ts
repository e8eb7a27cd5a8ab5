import { type CampaignAnswers, type ComputedFigure, shareOf } from "./campaign-answers.js";
import type { Computation } from "./computation.js";

type Represented = Extract<Computation, { kind: "REPRESENTED" }>;

/** IQP-01, IQP-02: the establishments, or the regions, of which at least one office answered. */
export function represented(computation: Represented, { frame, offices }: CampaignAnswers): ComputedFigure[] {
  const answered = new Set(offices.map(({ office }) => office));
  const universe = frame.filter((expected) =>
    computation.of === "HEALTH_REGIONS" || computation.universe === "35"
      ? expected.inUniverse35
      : expected.inUniverse32,
  );
  const placeOf = ({ region, establishment }: (typeof universe)[number]): string =>
    computation.of === "HEALTH_REGIONS" ? region : establishment;
  const answering = universe.filter(({ office }) => answered.has(office));
  const contributors = answering.map(({ office }) => office);
  const present = new Set(answering.map(placeOf));
  return [shareOf(present.size, new Set(universe.map(placeOf)).size, { contributors })];
}
