import { type CampaignAnswers, type ComputedFigure, shareOf } from "./campaign-answers.js";

/** IQP-23: the offices that answered among those that the campaign expects. */
export function completeness({ frame, offices }: CampaignAnswers): ComputedFigure[] {
  const answered = new Set(offices.map(({ office }) => office));
  const contributors = frame.map(({ office }) => office).filter((office) => answered.has(office));
  return [shareOf(contributors.length, frame.length, { contributors })];
}
