import { type CampaignAnswers, type ComputedFigure, shareOf } from "./campaign-answers.js";

/** IQP-23: the offices that answered among those that the campaign expects. */
export function completeness({ frame, offices }: CampaignAnswers): ComputedFigure[] {
  const answered = new Set(offices.map(({ office }) => office));
  return [shareOf(frame.filter(({ office }) => answered.has(office)).length, frame.length)];
}
