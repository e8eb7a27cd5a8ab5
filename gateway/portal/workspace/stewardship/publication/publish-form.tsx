import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { TextArea, Tick } from "../parts/fields.js";
import type { Tried } from "../parts/tried.js";
import type { Preview } from "./read-publication.js";
import { publicationWords } from "./words.js";

interface PublishProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly preview: Preview;
  readonly hasApproved: boolean;
}

/** The button that publishes, with everything that stands in its way told before. */
export const PublishForm = ({ asked, tried, preview, hasApproved }: PublishProps) => {
  const say = publicationWords(asked.language);
  const { vintage, unsafe, isEmbargoed, newlyApproved, leftOut, changes } = preview;
  const isWorth = newlyApproved > 0 || leftOut > 0 || changes.length > 0;
  return (
    <>
      <h3>{say("publish")}</h3>
      <p>{say("twoPersons")}</p>
      {hasApproved && <p class="notice caution">{say("youApproved")}</p>}
      {!isWorth && <p>{say("nothingNew")}</p>}
      <ActForm
        asked={asked}
        id="publish"
        tried={tried}
        buttons={[
          {
            act: "publish",
            label: say("publishVintage", { vintage }),
            isSecondary: hasApproved || isEmbargoed || unsafe.length > 0 || !isWorth,
          },
        ]}
      >
        <TextArea name="reason" label={say("reason")} hint={say("publicReason")} isRequired />
        <Tick name="confirmed" label={say("confirmPublish")} />
      </ActForm>
    </>
  );
};
