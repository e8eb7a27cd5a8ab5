import { HubError } from "../../subgraphs/index.js";
import { DownloadsAtOnce, mostOfOneCaller } from "../downloads/downloads-at-once.js";
import type { FromWorker } from "./messages.js";

/**
 * The downloads of a worker: how many one caller may have at once holds for all workers, so the primary is asked; how
 * many there may be in all is a matter of each process's memory.
 */
export class DownloadsTogether {
  readonly #own = new DownloadsAtOnce();
  readonly #asked = new Map<number, (isGranted: boolean) => void>();
  #lastId = 0;

  constructor(private readonly tell: (message: FromWorker) => void) {}

  async begin(caller: string): Promise<() => void> {
    const endHere = this.#own.begin(caller);
    const id = (this.#lastId += 1);
    const isGranted = await new Promise<boolean>((resolve) => {
      this.#asked.set(id, resolve);
      this.tell({ kind: "download", id, caller });
    });
    if (!isGranted) {
      endHere();
      throw new HubError("TOO_MANY_DOWNLOADS", { most: String(mostOfOneCaller) });
    }
    let isUnderWay = true;
    return () => {
      if (!isUnderWay) return;
      isUnderWay = false;
      endHere();
      this.tell({ kind: "downloadEnded", caller });
    };
  }

  /** What the primary answered. */
  learn({ id, isGranted }: { readonly id: number; readonly isGranted: boolean }): void {
    this.#asked.get(id)?.(isGranted);
    this.#asked.delete(id);
  }
}

/** The downloads of all workers, by caller; a worker that dies takes its own with it. */
export class DownloadSums<Worker> {
  readonly #ofWorker = new Map<Worker, Map<string, number>>();

  /** True when the caller may begin one more. */
  begin(worker: Worker, caller: string): boolean {
    const underWay = [...this.#ofWorker.values()].reduce((sum, own) => sum + (own.get(caller) ?? 0), 0);
    if (underWay >= mostOfOneCaller) return false;
    const own = this.#ofWorker.get(worker) ?? new Map<string, number>();
    this.#ofWorker.set(worker, own.set(caller, (own.get(caller) ?? 0) + 1));
    return true;
  }

  end(worker: Worker, caller: string): void {
    const own = this.#ofWorker.get(worker);
    const left = (own?.get(caller) ?? 1) - 1;
    if (left > 0) own?.set(caller, left);
    else own?.delete(caller);
  }

  forget(worker: Worker): void {
    this.#ofWorker.delete(worker);
  }
}
