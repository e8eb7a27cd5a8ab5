import { testDay } from "./database.js";

/** A clock that goes only when a test turns it. */
export interface TurnedClock {
  readonly read: () => Date;
  turn(seconds: number): void;
}

/** A clock that stands at the day of the tests. */
export function aTurnedClock(): TurnedClock {
  let now = testDay.getTime();
  return {
    read: () => new Date(now),
    turn(seconds) {
      now += seconds * 1_000;
    },
  };
}
