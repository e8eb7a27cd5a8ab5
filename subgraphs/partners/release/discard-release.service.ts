import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { readable } from "./building/release-request.js";
import { refuseUnreadable } from "./readable-text.js";
import { findEntriesAfter } from "./register/register-entry.repository.js";
import type { RegisterEntry } from "./register/register-entry.entity.js";
import { ReleaseStatus } from "./release.entity.js";
import { findRelease, insertDiscard, isFollowed } from "./release.repository.js";

const longestReason = 500;
const mostActs = 10;

/** Takes away a release that nobody approved; gives the entry of the register, which is all that is left of it. */
export function discardRelease(
  context: SubgraphContext,
  { code, reason: given }: { readonly code: string; readonly reason: string },
): Promise<RegisterEntry> {
  refuseUnreadable("id", code);
  const reason = readable("reason", given, longestReason);
  return asCaller(context, async (manager) => {
    const release = await findRelease(manager, code);
    if (!release) throw new HubError("RELEASE_NOT_FOUND", {}, "id");
    if (release.status !== ReleaseStatus.BUILT)
      throw new HubError("RELEASE_ALREADY_APPROVED", { code }, "id");
    if (await isFollowed(manager, code))
      throw new HubError(
        "INVALID_ARGUMENT",
        {
          argument: "id",
          observed: code,
          expected: {
            fr: "une diffusion qu'aucune autre ne suit ; écartez d'abord la version suivante",
            en: "a release that no other follows; discard the next version first",
          },
        },
        "id",
      );
    const { version } = release;
    const by = context.principal.subject ?? "";
    await insertDiscard(manager, { code, version, reason, by, at: context.clock() });
    const entry = (await findEntriesAfter(manager, code, 0, mostActs)).at(-1);
    if (!entry) throw new Error(`release ${code}: discarded, but not in the register`);
    return entry;
  });
}
