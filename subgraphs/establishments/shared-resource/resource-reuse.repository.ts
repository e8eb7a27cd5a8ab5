import type { EntityManager } from "typeorm";
import { endOfDayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { ResourceReuse } from "./resource-reuse.entity.js";

/** How many establishments reuse a resource. */
export interface ReuseCount {
  readonly resource: string;
  readonly count: number;
}

/** How many establishments reuse each of the given resources, or did at the end of a day; none has no row. */
export async function countReuses(
  context: SubgraphContext,
  resources: readonly string[],
  asOf?: string,
): Promise<ReuseCount[]> {
  return context.database.readPublished(context, (manager) =>
    manager.query(
      `SELECT resource, count(*)::integer AS count FROM establishments_published.resource_reuse
       WHERE resource = ANY ($1) AND told_at < $2 AND (taken_back_at IS NULL OR taken_back_at >= $2)
       GROUP BY resource`,
      [resources, asOf === undefined ? "infinity" : endOfDayInToronto(asOf)],
    ),
  );
}

/** The reuses that the caller may see, of one resource or of all, oldest first. */
export const findReuses = (manager: EntityManager, code: string | undefined): Promise<ResourceReuse[]> =>
  manager.find(ResourceReuse, { where: code === undefined ? {} : { code }, order: { id: "ASC" } });

/** Says that the caller's establishment reuses a resource; null when it says so already. */
export async function insertReuse(
  manager: EntityManager,
  reuse: Omit<ResourceReuse, "id" | "takenBackAt"> & { readonly toldBy: string },
): Promise<ResourceReuse | null> {
  const { code, establishmentCode, note, toldBy, toldAt } = reuse;
  const [told] = (await manager.query(
    `INSERT INTO establishments.resource_reuse (resource, establishment, note, told_by, told_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (resource, establishment) WHERE taken_back_at IS NULL DO NOTHING RETURNING id`,
    [code, establishmentCode, note, toldBy, toldAt],
  )) as { id: string }[];
  return told === undefined ? null : manager.findOne(ResourceReuse, { where: { id: told.id } });
}

/** Takes a reuse back; null when the caller's establishment did not say that it reuses the resource. */
export async function takeReuseBack(
  manager: EntityManager,
  code: string,
  by: string,
  at: Date,
): Promise<ResourceReuse | null> {
  const [[taken]] = (await manager.query(
    `UPDATE establishments.resource_reuse SET taken_back_by = $2, taken_back_at = $3
     WHERE resource = $1 AND taken_back_at IS NULL RETURNING id`,
    [code, by, at],
  )) as [[{ id: string }?], number];
  return taken === undefined ? null : manager.findOne(ResourceReuse, { where: { id: taken.id } });
}
