import { randomBytes } from "node:crypto";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { establishmentByCode } from "../establishment/establishment.loader.js";
import type { AddedResource } from "./added-resource.entity.js";
import type { AddSharedResourceResult } from "./added-resource-result.entity.js";
import { findComparable, insertResource, isDemonstration } from "./added-resource.repository.js";
import type { AddSharedResourceInput } from "./add-shared-resource.input.js";
import { likenessesOf } from "./resource-likeness.js";
import { ResourceState } from "./resource-state.js";
import { type ReadResource, readResource } from "./resource-to-add.js";

/**
 * Adds a tool or a good practice to the repertoire: what an establishment adds waits for a steward's decision, what a
 * steward adds is published at once. Resources that are like it are told, and prevent nothing.
 */
export async function addSharedResource(
  context: SubgraphContext,
  input: AddSharedResourceInput,
): Promise<AddSharedResourceResult> {
  const read = readResource(input);
  const establishmentCode = await ownerOf(context, input.establishment ?? null);
  return asCaller(context, async (manager) => {
    const warnings = likenessesOf(read, await findComparable(manager));
    if (input.dryRun === true) return { resource: null, warnings };
    const isSynthetic = context.principal.isDevelopment || (await isDemonstration(manager));
    const resource = newResource(context, read, establishmentCode, isSynthetic);
    await insertResource(manager, { ...resource, search: read.search });
    return { resource, warnings };
  });
}

/** The establishment that a resource comes from: the sender's own, or the one that a steward names. */
async function ownerOf(
  context: SubgraphContext,
  named: string | null,
): Promise<AddedResource["establishmentCode"]> {
  const { audience, establishment } = context.principal;
  if (audience === "establishment") {
    if (named !== null && named !== establishment) throw new HubError("NOT_ALLOWED", {}, "establishment");
    return establishment;
  }
  if (named === null || (await establishmentByCode(context).load(named)) !== null) return named;
  throw new HubError(
    "UNKNOWN_CODE",
    { code: named, what: { fr: "d'un établissement", en: "of an establishment" } },
    "establishment",
  );
}

function newResource(
  { principal, clock }: SubgraphContext,
  { search: _kept, ...read }: ReadResource,
  establishmentCode: string | null,
  isSynthetic: boolean,
): AddedResource {
  if (principal.subject === null) throw new HubError("NOT_ALLOWED");
  const at = clock();
  const isPublished = principal.audience === "steward";
  return {
    ...read,
    code: codeOf(read.title.fr),
    establishmentCode,
    state: isPublished ? ResourceState.PUBLISHED : ResourceState.PROPOSED,
    isSynthetic,
    addedBy: principal.subject,
    addedAt: at,
    decidedAt: isPublished ? at : null,
    decisionReason: null,
    withdrawnAt: null,
    withdrawalReason: null,
  };
}

const longestTitlePart = 60;

/** A readable code of its own: the end is random, for the code of a proposal that one may not see must not be taken. */
function codeOf(title: string): string {
  const words = title
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{Diacritic}/gu, "")
    .slice(0, longestTitlePart)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return [...words, randomBytes(4).toString("hex")].join("-");
}
