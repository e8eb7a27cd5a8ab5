import { HubError } from "../../shared/errors.js";
import type { AddedResource } from "./added-resource.entity.js";
import { findAddedResource } from "./added-resource.repository.js";
import type { ResourceState } from "./resource-state.js";

type Transaction = Parameters<typeof findAddedResource>[0];

/** The added resource that an argument names; one of another establishment is refused as one that does not exist. */
export async function knownAddedResource(manager: Transaction, code: string): Promise<AddedResource> {
  const resource = await findAddedResource(manager, code);
  if (resource === null) throw new HubError("RESOURCE_NOT_FOUND", { code }, "code");
  return resource;
}

/** The refusal of a step that starts from other states. */
export const wrongState = (
  { code, state }: Pick<AddedResource, "code" | "state">,
  expected: readonly ResourceState[],
): HubError => new HubError("RESOURCE_WRONG_STATE", { code, state, expected: expected.join(", ") }, "code");

/** Refuses a step of a resource that is not in a state where it starts. */
export function inState(resource: AddedResource, expected: readonly ResourceState[]): void {
  if (!expected.includes(resource.state)) throw wrongState(resource, expected);
}
