import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { readableText } from "../../shared/public-text.js";
import { asCaller } from "../../shared/tenancy.js";
import type { AddedResource } from "./added-resource.entity.js";
import { takeStep } from "./added-resource.repository.js";
import { inState, knownAddedResource, wrongState } from "./known-added-resource.service.js";
import { ResourceDecision, ResourceState } from "./resource-state.js";

const longestReason = 1_000;

/**
 * Publishes or refuses a proposal; a refusal gives its reason to who proposed it, and nobody decides of what they
 * proposed themselves.
 */
export async function reviewSharedResource(
  context: SubgraphContext,
  code: string,
  decision: ResourceDecision,
  given?: string,
): Promise<AddedResource> {
  const isRefusal = decision === ResourceDecision.REFUSE;
  const reason =
    given === undefined && !isRefusal
      ? null
      : readableText(given ?? "", { argument: "reason", mostCharacters: longestReason });
  return asCaller(context, async (manager) => {
    const { principal, clock } = context;
    const resource = await knownAddedResource(manager, code);
    const from = [ResourceState.PROPOSED];
    inState(resource, from);
    const by = principal.subject;
    if (by === null) throw new HubError("NOT_ALLOWED");
    if (resource.addedBy === by)
      throw new HubError(
        "SAME_PERSON",
        { rule: { fr: "proposer une ressource et en décider", en: "propose a resource and decide of it" } },
        "code",
      );
    const to = isRefusal ? ResourceState.REFUSED : ResourceState.PUBLISHED;
    const at = clock();
    if (!(await takeStep(manager, code, { from, to, by, at, reason })))
      throw wrongState(await knownAddedResource(manager, code), from);
    return { ...resource, state: to, decidedAt: at, decisionReason: reason };
  });
}
