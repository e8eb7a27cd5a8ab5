import { lstat, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { syncFolder } from "../durable-file.js";

/** A file or folder and what shall stand in its place. */
export interface Swapped {
  readonly place: string;
  /** Prepared beside it; null when nothing shall stand there. */
  readonly fresh: string | null;
  /** Where what stands there goes. */
  readonly aside: string;
}

/** Whether anything bears the name. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Puts each in its place; what stood there is put aside. Run again after it was broken off, it goes on where it was. */
export async function swapIn(swaps: readonly Swapped[]): Promise<void> {
  for (const { place, fresh, aside } of swaps) {
    const isStillToCome = fresh === null || (await isThere(fresh));
    // Its place is taken by the restored one already when the fresh one is gone.
    if (isStillToCome && (await isThere(place)) && !(await isThere(aside))) await rename(place, aside);
    if (fresh !== null && isStillToCome) {
      await rm(place, { recursive: true, force: true });
      await rename(fresh, place);
    }
    await syncFolder(dirname(place));
  }
}

/** Puts back what was there before. */
export async function swapBack(swaps: readonly Swapped[]): Promise<void> {
  for (const { place, fresh, aside } of swaps) {
    if (await isThere(aside)) {
      await rm(place, { recursive: true, force: true });
      await rename(aside, place);
    } else if (fresh !== null && !(await isThere(fresh))) {
      // Nothing stood there.
      await rm(place, { recursive: true, force: true });
    }
    if (fresh !== null) await rm(fresh, { recursive: true, force: true });
    await syncFolder(dirname(place));
  }
}
