import type { PortalStewardQueueQuery } from "../parts/queue.operation.js";
import type { PortalStewardLockExceptionsQuery } from "./lock-exceptions.operation.js";

/** A submission as the queue lists it. */
export type QueuedSubmission = PortalStewardQueueQuery["submissions"][number];

type Window = NonNullable<NonNullable<PortalStewardLockExceptionsQuery["form"]>["window"]>;

/** A delay that an office was granted. */
export type GrantedDelay = Window["lockExceptions"][number];
