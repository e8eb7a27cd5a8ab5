import type { WorkspaceAsked } from "../../workspace-page.js";
import { doneOn } from "./steward-page.js";

/** Tells what was done, in the words of the page; nothing when it was only opened. */
export const Done = ({
  asked,
  words,
}: {
  readonly asked: WorkspaceAsked;
  readonly words: Readonly<Record<string, string>>;
}) => {
  const done = doneOn(asked);
  if (done === null || !Object.hasOwn(words, done)) return null;
  return (
    <p class="notice success" role="status">
      {words[done]}
    </p>
  );
};
