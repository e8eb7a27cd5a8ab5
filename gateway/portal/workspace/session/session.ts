/** What the portal knows of somebody who has signed in. It lies encrypted in the browser's cookie: any process can serve it. */
export interface Session {
  readonly id: string;
  /** Seconds of the epoch. */
  readonly startedAt: number;
  readonly accessToken: string;
  /** Milliseconds of the epoch. */
  readonly accessUntil: number;
  readonly refreshToken: string | null;
  /** What the session's forms carry, behind a mask. */
  readonly formSecret: string;
}

const second = 1_000;
/** Who does nothing for so long is signed out; a public counter is left alone sooner than a desk. */
export const idleMs = 60 * 60 * second;
/** A working day; then one signs in again. */
export const longestMs = 12 * 60 * 60 * second;

/** When the session is over if nothing more is asked. */
export const endOf = ({ startedAt }: Session, now: number): Date =>
  new Date(Math.min(now + idleMs, startedAt * second + longestMs));
