import { HubError } from "../../subgraphs/index.js";

/** One for a file, one for its dictionary or another format. */
export const mostOfOneCaller = 2;
// Each of them keeps some megabytes on their way.
const mostInAll = 32;

/** Counts the downloads under way, by caller. */
export class DownloadsAtOnce {
  readonly #ofCaller = new Map<string, number>();
  #inAll = 0;

  /** Begins a download; gives what ends it, once. Throws TOO_MANY_DOWNLOADS. */
  begin(caller: string): () => void {
    const own = this.#ofCaller.get(caller) ?? 0;
    if (own >= mostOfOneCaller || this.#inAll >= mostInAll)
      throw new HubError("TOO_MANY_DOWNLOADS", { most: String(mostOfOneCaller) });
    this.#ofCaller.set(caller, own + 1);
    this.#inAll += 1;
    let isUnderWay = true;
    return () => {
      if (!isUnderWay) return;
      isUnderWay = false;
      this.#inAll -= 1;
      const left = (this.#ofCaller.get(caller) ?? 1) - 1;
      if (left > 0) this.#ofCaller.set(caller, left);
      else this.#ofCaller.delete(caller);
    };
  }
}
