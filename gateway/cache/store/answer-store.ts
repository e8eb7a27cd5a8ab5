import { Frequencies } from "./frequencies.js";

/** What is kept: what it weighs, and by which number its key is counted. */
export interface Stored {
  readonly key: string;
  readonly count: number;
  /** In bytes, everything that hangs on it included. */
  weight: number;
}

export interface StoreObserver<Value> {
  /** Pushed out by what is asked more often. */
  readonly onEviction?: (value: Value) => void;
  /** No longer kept, for whatever reason. */
  readonly onLeft?: (value: Value) => void;
}

// New ones are first kept here, where each pushes out another new one.
const windowShare = 0.1;
// One answer must not take the place of all others.
const largestShare = 0.1;

/**
 * Keeps what is asked often, up to a number of bytes. A newcomer comes in by a small window; from there it takes the place
 * of a settled one only if it was asked more often lately (W-TinyLFU): any number of keys that are asked once, or equally
 * seldom, push out each other and nothing else.
 */
export class AnswerStore<Value extends Stored> {
  readonly #frequencies = new Frequencies();
  // In the order of their last use, the longest ago first.
  readonly #window = new Map<string, Value>();
  readonly #settled = new Map<string, Value>();
  // Stands last already: what is asked again and again need not be moved each time.
  #latest: Value | null = null;
  #windowBytes = 0;
  #settledBytes = 0;

  constructor(
    private readonly mostBytes: number,
    private readonly observer: StoreObserver<Value> = {},
  ) {}

  get bytes(): number {
    return this.#windowBytes + this.#settledBytes;
  }

  get size(): number {
    return this.#window.size + this.#settled.size;
  }

  values(): Value[] {
    return [...this.#window.values(), ...this.#settled.values()];
  }

  /** Counts a request for a key; asked before it is answered, found or not. */
  asked(count: number): void {
    this.#frequencies.add(count);
  }

  get(key: string): Value | undefined {
    const value = this.#settled.get(key) ?? this.#window.get(key);
    if (value) this.used(value);
    return value;
  }

  /** Notes that a kept one was used, wherever it was found. */
  used(value: Value): void {
    if (value === this.#latest) return;
    this.#latest = value;
    const place = this.#settled.get(value.key) === value ? this.#settled : this.#window;
    if (place.delete(value.key)) place.set(value.key, value);
  }

  /** True when it is still kept. */
  has(value: Value): boolean {
    return this.#settled.get(value.key) === value || this.#window.get(value.key) === value;
  }

  set(value: Value): void {
    const former = this.#settled.get(value.key) ?? this.#window.get(value.key);
    if (former) this.delete(former);
    if (value.weight > this.mostBytes * largestShare) return;
    this.#latest = null;
    this.#window.set(value.key, value);
    this.#windowBytes += value.weight;
    this.#settle();
  }

  /** A kept one has become heavier. */
  grow(value: Value, bytes: number): void {
    if (!this.has(value)) return;
    const isSettled = this.#settled.get(value.key) === value;
    value.weight += bytes;
    if (isSettled) this.#settledBytes += bytes;
    else this.#windowBytes += bytes;
    this.#settle();
  }

  delete(value: Value): void {
    if (!this.has(value)) return;
    this.#take(value);
    this.observer.onLeft?.(value);
  }

  #take(value: Value): void {
    this.#latest = null;
    if (this.#settled.get(value.key) === value) {
      this.#settled.delete(value.key);
      this.#settledBytes -= value.weight;
    } else if (this.#window.get(value.key) === value) {
      this.#window.delete(value.key);
      this.#windowBytes -= value.weight;
    }
  }

  clear(): void {
    for (const value of this.values()) this.delete(value);
  }

  #settle(): void {
    const mostInWindow = this.mostBytes * windowShare;
    const mostSettled = this.mostBytes - mostInWindow;
    while (this.#windowBytes > mostInWindow) {
      const newcomer = firstOf(this.#window);
      if (!newcomer) return;
      this.#take(newcomer);
      if (this.#makesRoom(newcomer, mostSettled)) {
        this.#settled.set(newcomer.key, newcomer);
        this.#settledBytes += newcomer.weight;
      } else this.#pushedOut(newcomer);
    }
    // Those that grew where they were.
    for (let oldest = firstOf(this.#settled); oldest && this.#settledBytes > mostSettled;) {
      this.#take(oldest);
      this.#pushedOut(oldest);
      oldest = firstOf(this.#settled);
    }
  }

  /** Takes out settled ones for a newcomer that is asked more often than each of them; false when one is asked more. */
  #makesRoom(newcomer: Value, most: number): boolean {
    const leaving: Value[] = [];
    let left = this.#settledBytes + newcomer.weight - most;
    const asked = this.#frequencies.of(newcomer.count);
    for (const settled of this.#settled.values()) {
      if (left <= 0) break;
      if (this.#frequencies.of(settled.count) >= asked) return false;
      leaving.push(settled);
      left -= settled.weight;
    }
    for (const value of leaving) {
      this.#take(value);
      this.#pushedOut(value);
    }
    return true;
  }

  #pushedOut(value: Value): void {
    this.observer.onEviction?.(value);
    this.observer.onLeft?.(value);
  }
}

const firstOf = <Value>(values: ReadonlyMap<string, Value>): Value | undefined =>
  values.values().next().value;
