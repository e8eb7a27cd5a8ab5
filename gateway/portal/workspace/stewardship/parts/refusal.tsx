import { typographic } from "../../../words/typography.js";
import type { HubRefused, WorkspaceAsked } from "../../workspace-page.js";
import { partsWords } from "./words.js";

interface RefusalProps {
  readonly asked: WorkspaceAsked;
  readonly refusal: HubRefused;
}

/** What the hub refused, in its own words; our own failures with the number to find them by. */
export const RefusalWords = ({ asked: { language }, refusal }: RefusalProps) => (
  <>
    <p>
      <strong>{partsWords(language)("refused")}</strong> {typographic(refusal.messages[language], language)}
    </p>
    {refusal.family === "INTERNAL" && refusal.requestId && (
      <p>
        {partsWords(language)("requestId")} <code>{refusal.requestId}</code>
      </p>
    )}
  </>
);

/** Tells the refusal at the top of the page: its button may be gone, when somebody else has decided meanwhile. */
export const RefusalAtTop = (props: RefusalProps) => (
  <div class="notice danger" role="alert" tabIndex={-1} autofocus>
    <RefusalWords {...props} />
  </div>
);
