/** Where both servers stood when they were asked, the primary first. */
export interface Positions {
  /** The instant before the primary was asked. */
  readonly askedAt: number;
  /** How far the primary had written its log. */
  readonly written: bigint;
  /** How far the replica had replayed that log. */
  readonly replayed: bigint;
}

type Mark = Pick<Positions, "askedAt" | "written">;

/**
 * Whether a replica holds what a reader must see. Instants are those of one process's clock, in milliseconds.
 *
 *   asked at 10: the primary stands at 700, the replica at 650     nothing is known yet
 *   asked at 20: the primary stands at 720, the replica at 710     all that was committed before 10 is there
 *
 * It may serve while changes are told to this process, when it holds the last one told, and when what it is known to hold
 * is not too old: that bounds what a connection that died without a word would hide.
 */
export class ReplicaRule {
  /** Everything committed before this instant is on the replica. */
  #wholeUntil = -Infinity;
  #changedAt = -Infinity;
  #hearsChanges = false;
  /** Positions of the primary that the replica has not reached, the oldest first. */
  #awaited: readonly Mark[] = [];

  constructor(private readonly mostLagMs: number) {}

  /** Something was committed by now that readers must see. */
  changed(now: number): void {
    this.#changedAt = now;
  }

  /** Changes are told from now on, or are not. */
  hears(isHearing: boolean, now: number): void {
    this.#hearsChanges = isHearing;
    this.changed(now);
  }

  learned({ askedAt, written, replayed }: Positions): void {
    const marks = [...this.#awaited, { askedAt, written }];
    for (const mark of marks) if (mark.written <= replayed) this.#wholeUntil = mark.askedAt;
    // A mark older than the longest lag would not let it serve when it is reached.
    this.#awaited = marks.filter(
      (mark) => mark.written > replayed && mark.askedAt >= askedAt - this.mostLagMs,
    );
  }

  /** Nothing is known of it any more. */
  forget(): void {
    this.#wholeUntil = -Infinity;
    this.#awaited = [];
  }

  maySee(now: number): boolean {
    return this.#hearsChanges && !this.isAwaited && !this.isBehind(now);
  }

  /** True when it is not known to hold anything as late as it should. */
  isBehind(now: number): boolean {
    return now - this.#wholeUntil > this.mostLagMs;
  }

  /** True until it is known to hold the last change. */
  get isAwaited(): boolean {
    return this.#wholeUntil <= this.#changedAt;
  }
}
