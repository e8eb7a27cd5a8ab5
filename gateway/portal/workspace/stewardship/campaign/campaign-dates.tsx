import type { Language } from "../../../language.js";
import { beginningIn, endIn } from "../parts/moments.js";
import { partsWords } from "../parts/words.js";
import type { PortalStewardWindowQuery } from "./form-window.operation.js";
import { campaignWords } from "./words.js";

type Window = NonNullable<PortalStewardWindowQuery["form"]>["window"];

/** The dates of a campaign, in Toronto time; those that it does not have are said so. */
export const CampaignDates = ({
  window,
  language,
}: {
  readonly window: Window;
  readonly language: Language;
}) => {
  const say = campaignWords(language);
  if (!window) return <p>{say("neverOpened")}</p>;
  const { opensAt, closesAt, lockAt, embargoUntil } = window;
  const none = say("none");
  return (
    <>
      <dl class="steward-facts">
        <div>
          <dt>{say("opensAt")}</dt>
          <dd>{opensAt ? beginningIn(language, opensAt) : none}</dd>
        </div>
        <div>
          <dt>{say("closesAt")}</dt>
          <dd>{closesAt ? endIn(language, closesAt) : none}</dd>
        </div>
        <div>
          <dt>{say("lockAt")}</dt>
          <dd>{lockAt ? endIn(language, lockAt) : say("lockIsDeadline")}</dd>
        </div>
        <div>
          <dt>{say("embargoUntil")}</dt>
          <dd>{embargoUntil ? beginningIn(language, embargoUntil) : none}</dd>
        </div>
      </dl>
      <p class="hint">{partsWords(language)("torontoTime")}</p>
    </>
  );
};
