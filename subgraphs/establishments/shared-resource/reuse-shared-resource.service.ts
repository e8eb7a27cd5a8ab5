import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { readableText } from "../../shared/public-text.js";
import { asCaller } from "../../shared/tenancy.js";
import type { ResourceReuse } from "./resource-reuse.entity.js";
import { insertReuse, takeReuseBack } from "./resource-reuse.repository.js";
import { findSharedResource } from "./shared-resource.repository.js";

const longestNote = 500;

/** Says that the caller's establishment reuses a resource of the repertoire that comes from elsewhere, once. */
export async function reuseSharedResource(
  context: SubgraphContext,
  code: string,
  given?: string,
): Promise<ResourceReuse> {
  const note =
    given === undefined ? null : readableText(given, { argument: "note", mostCharacters: longestNote });
  const { establishment, toldBy } = callerOf(context);
  const resource = await findSharedResource(context, code);
  if (resource === null) throw new HubError("RESOURCE_NOT_FOUND", { code }, "code");
  if (resource.establishmentCode === establishment) throw new HubError("OWN_RESOURCE", { code }, "code");
  const reuse = { code, establishmentCode: establishment, note, toldBy, toldAt: context.clock() };
  const told = await asCaller(context, (manager) => insertReuse(manager, reuse));
  if (told === null) throw new HubError("ALREADY_REUSED", { code }, "code");
  return told;
}

/** Takes back that the caller's establishment reuses a resource. */
export async function takeBackReuse(context: SubgraphContext, code: string): Promise<ResourceReuse> {
  const { toldBy } = callerOf(context);
  const taken = await asCaller(context, (manager) => takeReuseBack(manager, code, toldBy, context.clock()));
  if (taken === null) throw new HubError("NOT_REUSED", { code }, "code");
  return taken;
}

function callerOf({ principal: { establishment, subject } }: SubgraphContext): {
  readonly establishment: string;
  readonly toldBy: string;
} {
  if (establishment === null || subject === null) throw new HubError("NOT_ALLOWED");
  return { establishment, toldBy: subject };
}
