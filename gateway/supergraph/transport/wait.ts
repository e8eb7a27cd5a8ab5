/**
 * The wait for one answer. Whoever works for it is told when it ends before there is one. An AbortSignal says the same
 * for five microseconds a fetch; a page of the portal has five fetches.
 */
export class Wait {
  #end: Error | null = null;
  #told: ((reason: Error) => void)[] = [];

  /** Why nobody waits any more; null while somebody does. */
  get reason(): Error | null {
    return this.#end;
  }

  /** Has the end told, at once if it is past. What is told may have nothing left to do. */
  onEnd(tell: (reason: Error) => void): void {
    if (this.#end) tell(this.#end);
    else this.#told.push(tell);
  }

  end(reason: Error): void {
    if (this.#end) return;
    this.#end = reason;
    for (const tell of this.#told.splice(0)) tell(reason);
  }

  /**
   * What was waited for has come: nobody is told any more. Whoever would be told holds what has come, and what waited is
   * held until everything is collected.
   */
  forget(): void {
    this.#told = [];
  }
}
