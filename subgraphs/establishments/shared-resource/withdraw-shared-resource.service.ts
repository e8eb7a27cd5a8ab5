import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { readableText } from "../../shared/public-text.js";
import { asCaller } from "../../shared/tenancy.js";
import type { AddedResource } from "./added-resource.entity.js";
import { takeStep } from "./added-resource.repository.js";
import { inState, knownAddedResource, wrongState } from "./known-added-resource.service.js";
import { ResourceState } from "./resource-state.js";

const longestReason = 1_000;

/**
 * Takes an added resource back, with a reason: its establishment its own, proposed or published, a steward a published
 * one. Nothing of it stays where the public reads, history included.
 */
export async function withdrawSharedResource(
  context: SubgraphContext,
  code: string,
  given: string,
): Promise<AddedResource> {
  const reason = readableText(given, { argument: "reason", mostCharacters: longestReason });
  return asCaller(context, async (manager) => {
    const { principal, clock } = context;
    const resource = await knownAddedResource(manager, code);
    const from =
      principal.audience === "establishment"
        ? [ResourceState.PROPOSED, ResourceState.PUBLISHED]
        : [ResourceState.PUBLISHED];
    inState(resource, from);
    const by = principal.subject;
    if (by === null) throw new HubError("NOT_ALLOWED");
    const to = ResourceState.WITHDRAWN;
    const at = clock();
    if (!(await takeStep(manager, code, { from, to, by, at, reason })))
      throw wrongState(await knownAddedResource(manager, code), from);
    return { ...resource, state: to, withdrawnAt: at, withdrawalReason: reason };
  });
}
