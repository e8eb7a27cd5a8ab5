import { errorsIn, hasErrors } from "../parts/checks.js";
import { type Act, toldOn } from "../parts/steward-page.js";
import { portalPublishCampaign } from "./publish.operation.js";
import { portalWithdrawVintage } from "./withdraw-vintage.operation.js";

/** Publishes the campaign of the page as its next vintage. */
export const publish: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, { reason: "text", confirmed: "tick" });
  if (hasErrors(errors)) return { errors };
  const campaign = asked.params["campaign"] ?? "";
  await asked.ask(portalPublishCampaign, { campaign, reason: sent.one("reason").trim() });
  return toldOn(asked, "stewardPublication", { campaign }, "published");
};

/** Asks that a vintage be withdrawn, or withdraws it when another person asked before. */
export const withdrawVintage: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, { reason: "text", confirmed: "tick" });
  if (hasErrors(errors)) return { errors };
  const { data } = await asked.ask(portalWithdrawVintage, {
    vintage: sent.one("vintage"),
    reason: sent.one("reason").trim(),
  });
  const done = data.withdrawVintage.isWithdrawn ? "withdrawn" : "asked";
  return toldOn(asked, "stewardPublication", { campaign: asked.params["campaign"] ?? "" }, done);
};
