import type { EntityManager } from "typeorm";
import { AddedResource } from "./added-resource.entity.js";
import type { Comparable } from "./resource-likeness.js";
import { type ResourceState, ResourceState as State } from "./resource-state.js";

/** A resource about to be added, with what only the database keeps. */
export type NewResource = AddedResource & { readonly search: string };

// The columns that a caller may write when adding; those of a decision are a steward's.
const content = [
  "code",
  "establishment",
  "state",
  "kind",
  "type",
  "title",
  "description",
  "language",
  "url",
  "licence",
  "evaluation_status",
  "search",
  "synthetic",
  "added_by",
  "added_at",
];

/** Adds a resource; one that is published at once is decided by who adds it. */
export async function insertResource(manager: EntityManager, resource: NewResource): Promise<void> {
  const row = {
    ...resource,
    establishment: resource.establishmentCode,
    evaluation_status: resource.evaluationStatus,
    synthetic: resource.isSynthetic,
    added_by: resource.addedBy,
    added_at: resource.addedAt,
    decided_by: resource.addedBy,
    decided_at: resource.decidedAt,
  };
  const columns = resource.decidedAt === null ? content : [...content, "decided_by", "decided_at"];
  await manager.query(
    `INSERT INTO establishments.added_resource (${columns.join(", ")})
     SELECT ${columns.join(", ")} FROM jsonb_populate_record(NULL::establishments.added_resource, $1)`,
    [JSON.stringify(row)],
  );
}

/** True when the database was seeded as a demonstration: what it receives is then synthetic too. */
export async function isDemonstration(manager: EntityManager): Promise<boolean> {
  const marks = (await manager.query("SELECT 1 FROM establishments.seed WHERE name = 'demo'")) as unknown[];
  return marks.length > 0;
}

/** The added resource with a code, if the caller may see it. */
export const findAddedResource = (manager: EntityManager, code: string): Promise<AddedResource | null> =>
  manager.findOne(AddedResource, { where: { code } });

/** The added resources that the caller may see, of one state or of all, oldest first. */
export const findAddedResources = (
  manager: EntityManager,
  state: ResourceState | undefined,
): Promise<AddedResource[]> =>
  manager.find(AddedResource, {
    where: state === undefined ? {} : { state },
    order: { addedAt: "ASC", code: "ASC" },
  });

/** What an addition may repeat: all that is published, and the proposals that the caller may see. */
export const findComparable = (manager: EntityManager): Promise<(Comparable & { readonly code: string })[]> =>
  manager.query(
    `SELECT code, title, url FROM establishments_published.shared_resource
     UNION ALL SELECT code, title, url FROM establishments.added_resource WHERE state = '${State.PROPOSED}'
     ORDER BY code`,
  );

/** A step in the life of an added resource: to which state, by whom, when and why. */
export interface ResourceStep {
  readonly from: readonly ResourceState[];
  readonly to: ResourceState;
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
}

/** Takes a step, unless the resource has left the states that it starts from; tells whether it was taken. */
export async function takeStep(manager: EntityManager, code: string, step: ResourceStep): Promise<boolean> {
  const columns =
    step.to === State.WITHDRAWN
      ? "withdrawn_by = $3, withdrawn_at = $4, withdrawal_reason = $5"
      : "decided_by = $3, decided_at = $4, decision_reason = $5";
  const [, taken] = (await manager.query(
    `UPDATE establishments.added_resource SET state = $2, ${columns} WHERE code = $1 AND state = ANY ($6)`,
    [code, step.to, step.by, step.at, step.reason, step.from],
  )) as [unknown, number];
  return taken === 1;
}
