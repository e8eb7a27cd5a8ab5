import { errorsIn, hasErrors } from "../parts/checks.js";
import { type Act, toldOn } from "../parts/steward-page.js";
import { partsWords } from "../parts/words.js";
import { portalApproveRelease } from "./approve-release.operation.js";
import { type PortalBuildReleaseMutationVariables, portalBuildRelease } from "./build-release.operation.js";
import { portalDiscardRelease } from "./discard-release.operation.js";

type Invasiveness = PortalBuildReleaseMutationVariables["input"]["invasiveness"];

/** Builds a release for the agreements that were ticked. */
export const build: Act = async (asked, sent) => {
  const agreements = sent.all("agreements");
  const none = agreements.length === 0 ? { agreements: partsWords(asked.language)("blankError") } : {};
  const errors = { ...none, ...errorsIn(asked.language, sent, { title: "text" }) };
  if (hasErrors(errors)) return { errors };
  const [fr, en] = [sent.one("purposeFr").trim(), sent.one("purposeEn").trim()];
  const variables = sent.all("variables");
  await asked.ask(portalBuildRelease, {
    input: {
      agreements: [...agreements],
      title: sent.one("title").trim(),
      purpose: fr === "" ? null : { fr, en: en === "" ? null : en },
      variables: variables.length === 0 ? null : [...variables],
      // A value that the form does not offer is refused by the hub.
      invasiveness: (sent.one("invasiveness") || null) as Invasiveness,
      previous: sent.one("previous") || null,
    },
  });
  return toldOn(asked, "stewardReleases", {}, "built");
};

/** Opens a release to its agreements. */
export const approveRelease: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, { confirmed: "tick" });
  if (hasErrors(errors)) return { errors };
  await asked.ask(portalApproveRelease, { id: sent.one("release") });
  return toldOn(asked, "stewardReleases", {}, "approved");
};

/** Erases a release that nobody approved. */
export const discard: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, { reason: "text" });
  if (hasErrors(errors)) return { errors };
  await asked.ask(portalDiscardRelease, { id: sent.one("release"), reason: sent.one("reason").trim() });
  return toldOn(asked, "stewardReleases", {}, "discarded");
};
