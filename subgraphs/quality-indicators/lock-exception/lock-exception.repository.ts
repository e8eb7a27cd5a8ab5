import { type EntityManager, In, MoreThan } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { FrameOffice } from "../campaign-window/frame-office.entity.js";
import { LockException } from "./lock-exception.entity.js";

/** The exceptions of campaigns that the caller may see, the first granted first. */
export const findLockExceptions = (
  context: SubgraphContext,
  campaigns: readonly string[],
): Promise<LockException[]> =>
  asCaller(context, (manager) =>
    manager.find(LockException, {
      where: { campaign: In([...campaigns]) },
      order: { grantedAt: "ASC", office: "ASC" },
    }),
  );

/** True when an exception lets an office send its figures at an instant, whatever the lock says. */
export const isExceptedAt = async (
  manager: EntityManager,
  campaign: string,
  office: string | null,
  now: Date,
): Promise<boolean> =>
  office !== null && (await manager.existsBy(LockException, { campaign, office, until: MoreThan(now) }));

/** One office of a campaign's frame, or null when the campaign does not expect it. */
export const findExpectedOffice = (
  manager: EntityManager,
  campaign: string,
  office: string,
): Promise<FrameOffice | null> => manager.findOneBy(FrameOffice, { campaign, office });

/** Adds an exception; none is ever changed. */
export async function insertLockException(
  manager: EntityManager,
  exception: Omit<LockException, "id">,
): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(LockException)
    .values(exception)
    .updateEntity(false)
    .execute();
}
