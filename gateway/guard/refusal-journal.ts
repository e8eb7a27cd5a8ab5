import type { Logger } from "pino";
import type { VariantName } from "../supergraph/variant-name.js";

const windowMs = 10_000;

/**
 * Writes refusals to the log so that no flood of them becomes a flood of lines: the first of each code with its
 * request, and ten seconds later how many came after it.
 */
export function refusalJournal(log: Logger, door: VariantName): (code: string, requestId: string) => void {
  const since = new Map<string, number>();
  return (code, requestId) => {
    const count = since.get(code);
    if (count !== undefined) {
      since.set(code, count + 1);
      return;
    }
    log.info({ door, requestId, code }, "refused by the guard");
    since.set(code, 0);
    setTimeout(() => {
      const more = since.get(code) ?? 0;
      since.delete(code);
      if (more > 0) log.info({ door, code, more }, "refused by the guard as well");
    }, windowMs).unref();
  };
}
