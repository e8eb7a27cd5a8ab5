import { wordsOf } from "../../../parts/text.js";
import { errorsIn, hasErrors } from "../parts/checks.js";
import { portalStewardCompleteness } from "../parts/completeness.operation.js";
import { knownCampaigns } from "../parts/opened-campaigns.js";
import { portalStewardQueue } from "../parts/queue.operation.js";
import { type Act, toldOn } from "../parts/steward-page.js";
import { delayPreview } from "./delays.js";
import { expectedOffices } from "./expected-offices.js";
import { portalGrantLockException } from "./grant-lock-exception.operation.js";

const checks = { office: "text", until: "day", reason: "text" } as const;

/** Shows what a delay will say; nothing is granted yet. */
export const previewDelay: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, checks);
  if (hasErrors(errors)) return { errors };
  const campaign = asked.params["campaign"] ?? "";
  const [campaigns, queue, completeness] = await Promise.all([
    knownCampaigns(asked),
    asked.ask(portalStewardQueue, { campaign }),
    asked.ask(portalStewardCompleteness, { campaign }),
  ]);
  const known = campaigns.find(({ code }) => code === campaign);
  const missing = completeness.data.completeness.universes.flatMap(({ total }) => total.missing);
  const office = expectedOffices(asked, queue.data.submissions, missing).find(
    (expected) => expected.office === sent.one("office"),
  );
  const title = known ? wordsOf(known.title, asked.language) : campaign;
  return { next: delayPreview(asked, sent, title, office?.name ?? sent.one("office")) };
};

/** Grants the delay. */
export const grantDelay: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, checks);
  if (hasErrors(errors)) return { errors };
  const campaign = asked.params["campaign"] ?? "";
  await asked.ask(portalGrantLockException, {
    campaign,
    office: sent.one("office"),
    until: sent.one("until"),
    reason: sent.one("reason").trim(),
  });
  return toldOn(asked, "stewardCampaign", { campaign }, "delayed");
};
