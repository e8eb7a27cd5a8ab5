import { stat } from "node:fs/promises";

/** What tells one state of a file from another, whichever way it was replaced. */
async function stateOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return "absent";
  }
}

export interface WatchingFile {
  /** How often it is looked at. */
  readonly everyMs?: number;
}

/**
 * Tells when a file is another than before and has not changed between two looks, so that a writer is not overtaken. It
 * looks rather than listens: a rename over the file, a link that turns elsewhere and a network's folder all count.
 */
export function watchFile(
  path: string,
  onChange: () => void,
  { everyMs = 500 }: WatchingFile = {},
): { stop(): void } {
  let told: string | null = null;
  let seen: string | null = null;
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    const state = await stateOf(path);
    isLooking = false;
    told ??= state;
    const isSettled = state === seen;
    seen = state;
    if (!isSettled || state === told) return;
    told = state;
    // Gone is no news: whoever replaces a file in two steps is between them.
    if (state !== "absent") onChange();
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
