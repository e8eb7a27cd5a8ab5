import { addressOf } from "../../../addresses.js";
import { dayIn } from "../../../figures/numbers.js";
import type { ShownPage } from "../../../page/page.js";
import { typographic } from "../../../words/typography.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { portalStewardWindow } from "../campaign/form-window.operation.js";
import { ActForm } from "../parts/act-form.js";
import { Count } from "../parts/count.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { FramePreview, readFrame } from "./frame-preview.js";
import { type GivenOpening, type OpeningField, openingFields } from "./opening-fields.js";
import { hasOwnNotice } from "./opening-input.js";
import { newCampaignWords } from "./words.js";

const days: ReadonlySet<OpeningField> = new Set([
  "periodFrom",
  "periodTo",
  "stockDate",
  "opensAt",
  "closesAt",
  "lockAt",
  "embargoUntil",
]);

/** Everything that will be written, before it is: the hub has tried it, and wrote nothing. */
export async function openingConfirmation(
  asked: WorkspaceAsked,
  given: GivenOpening,
  expectedOffices: number,
): Promise<ShownPage> {
  const { language } = asked;
  const say = newCampaignWords(language);
  const [frame, taken] = await Promise.all([
    readFrame(asked, given.stockDate || given.periodTo),
    asked.ask(portalStewardWindow, { campaign: given.formOf }),
  ]);
  const notice = hasOwnNotice(given)
    ? { version: given.noticeVersion, fr: given.noticeFr, en: given.noticeEn }
    : {
        version: taken.data.form?.notice.version ?? "",
        fr: taken.data.form?.notice.text.fr ?? "",
        en: taken.data.form?.notice.text.en ?? "",
      };
  const wordsOfField = (field: OpeningField): string =>
    given[field] === "" ? say("notGiven") : days.has(field) ? dayIn(language, given[field]) : given[field];
  return {
    title: say("confirmTitle"),
    crumbs: crumbsUnderDesk(language, {
      label: say("title"),
      href: addressOf(language, "stewardNewCampaign"),
    }),
    body: (
      <>
        <p class="notice">{say("nothingWritten")}</p>
        <dl class="steward-facts">
          {openingFields
            .filter((field) => !field.startsWith("notice"))
            .map((field) => (
              <div key={field}>
                <dt>{say(field)}</dt>
                <dd>{wordsOfField(field)}</dd>
              </div>
            ))}
        </dl>
        <h2>{say("notice", { version: notice.version })}</h2>
        <div class="side-by-side">
          <blockquote lang="fr-CA" class="own-words">
            {typographic(notice.fr, "fr")}
          </blockquote>
          <blockquote lang="en-CA" class="own-words">
            {notice.en || say("noEnglish")}
          </blockquote>
        </div>
        <h2>
          {say("frame")} <Count of={expectedOffices} language={language} />
        </h2>
        <FramePreview frame={frame} language={language} />
        <ActForm
          asked={asked}
          id="opening"
          tried={null}
          values={openingFields.map((field) => [field, given[field]] as const)}
          buttons={[
            { act: "open", label: say("openNow", { code: given.code }) },
            { act: "change", label: say("change"), isSecondary: true },
          ]}
        >
          <p class="notice caution">{say("forGood")}</p>
        </ActForm>
      </>
    ),
  };
}
