import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { refuseUnreadable } from "./readable-text.js";
import { ReleaseStatus, type Release } from "./release.entity.js";
import {
  approveBuiltRelease,
  countWithdrawnMembers,
  findBuilder,
  findRelease,
} from "./release.repository.js";

/**
 * Opens a built release to the researchers of its agreements; who built it cannot, and nobody can once a partner whom it
 * holds was withdrawn.
 */
export function approveRelease(context: SubgraphContext, code: string): Promise<Release> {
  refuseUnreadable("id", code);
  const subject = context.principal.subject ?? "";
  return asCaller(context, async (manager) => {
    const release = await findRelease(manager, code);
    if (!release) throw new HubError("RELEASE_NOT_FOUND", {}, "id");
    if (release.status !== ReleaseStatus.BUILT)
      throw new HubError("RELEASE_ALREADY_APPROVED", { code }, "id");
    if ((await findBuilder(manager, code)) === subject)
      throw new HubError(
        "SAME_PERSON",
        { rule: { fr: "produire une diffusion et l'approuver", en: "build a release and approve it" } },
        "id",
      );
    const withdrawn = await countWithdrawnMembers(manager, code);
    if (withdrawn > 0)
      throw new HubError("RELEASE_HOLDS_WITHDRAWN", { code, count: String(withdrawn) }, "id");
    if (!(await approveBuiltRelease(manager, code, subject, context.clock())))
      throw new HubError("RELEASE_ALREADY_APPROVED", { code }, "id");
    const approved = await findRelease(manager, code);
    if (!approved) throw new Error(`release ${code}: approved, but not found again`);
    return approved;
  });
}
