import type { KnownChanges, Watched } from "./changes/known-changes.js";
import { isSeen, stampOf } from "./changes/known-changes.js";
import type { CacheObserver, CacheState } from "./cache-observer.js";
import type { KeptHead } from "./front/kept-head.js";
import { type AnswerOf, KeptAnswer } from "./kept-answer.js";
import { AnswerStore } from "./store/answer-store.js";

/*
 * An answer is sent from here until something that it was told from changes; then it is gone at once. Nothing in a public
 * answer depends on the clock alone: the end of an embargo is a publication, « as of » a day is a bound on what is read.
 * Its age is bounded all the same, for what changes without a word: the secret that cursors are signed with.
 *
 *   0 ─────────── fresh ─────────── 10 min ── stale: sent, while one request asks anew ── 1 h ── gone
 */
const freshMs = 600_000;
const mostAgeMs = 3_600_000;

/** A question on its way, for everybody who asks the same meanwhile. */
export interface Flight {
  readonly of: AnswerOf;
  readonly watched: Watched;
  /** The state of what it reads when it left. */
  readonly stamp: number;
  readonly answered: Promise<KeptAnswer | null>;
  readonly land: (answer: KeptAnswer | null) => void;
  /** Somebody else waits for it, too. */
  isShared: boolean;
}

/** What of a request stands for its question: the address as it came, and what forms of an answer are taken. */
export interface Address {
  readonly url: string;
  readonly accept: string;
}

/** An answer as it is told at an address. */
interface Told {
  readonly accept: string;
  readonly answer: KeptAnswer;
  readonly head: KeptHead;
}

/** What is to be done with a question. */
export type Found =
  | { readonly kind: "hit" | "stale"; readonly answer: KeptAnswer }
  | { readonly kind: "flight"; readonly flight: Flight }
  | { readonly kind: "none" };

/** The answers of one door that may be told again. */
export class Answers {
  readonly #store: AnswerStore<KeptAnswer>;
  readonly #flights = new Map<string, Flight>();
  // Looked for by the address as it came: a text made of it and the header would be read through once more.
  readonly #byUrl = new Map<string, readonly Told[]>();
  #sweep: NodeJS.Immediate | null = null;

  constructor(
    readonly mostBytes: number,
    changes: KnownChanges,
    private readonly observer: CacheObserver = {},
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#store = new AnswerStore(mostBytes, {
      onEviction: ({ weight }) => observer.onEviction?.(weight),
      onLeft: (answer) => this.#left(answer),
    });
    // What changed is not sent from the very moment on; its memory is given back a moment later.
    changes.observe(() => {
      if (this.#sweep !== null) return;
      this.#sweep = setImmediate(() => {
        this.#sweep = null;
        this.#forgetWhatChanged();
      });
    });
  }

  get state(): CacheState {
    return { answers: this.#store.size, bytes: this.#store.bytes, mostBytes: this.mostBytes };
  }

  /** Looks for the answer to a question, or for somebody who is asking it. */
  find({ key, count }: AnswerOf): Found {
    this.#store.asked(count);
    const answer = this.#store.get(key);
    const flight = this.#flights.get(key);
    const isUnderWay = flight !== undefined && flight.stamp === stampOf(flight.watched);
    if (answer && this.#isTrue(answer)) {
      if (this.#ageOf(answer) < freshMs) return { kind: "hit", answer };
      if (isUnderWay) return { kind: "stale", answer };
    } else if (isUnderWay) {
      flight.isShared = true;
      return { kind: "flight", flight };
    }
    return { kind: "none" };
  }

  /** The answer that was sent to an address before, for who takes the same forms, while it may be sent as it is. */
  at({
    url,
    accept,
  }: Address): { readonly answer: KeptAnswer; readonly head: KeptHead; readonly isFresh: boolean } | null {
    const found = this.#byUrl.get(url)?.find((told) => told.accept === accept);
    if (!found || !this.#isTrue(found.answer)) return null;
    const { answer, head } = found;
    const isFresh = this.#ageOf(answer) < freshMs;
    if (!isFresh && !this.#flights.has(answer.key)) return null;
    this.#store.asked(answer.count);
    this.#store.used(answer);
    return { answer, head, isFresh };
  }

  /** Has an answer found at an address from now on, with what is told before it. */
  keepAt({ url, accept }: Address, answer: KeptAnswer, head: KeptHead): void {
    if (answer.urls.length >= mostAddresses || !this.#store.has(answer)) return;
    const there = this.#byUrl.get(url) ?? [];
    if (there.some((told) => told.accept === accept && told.answer === answer)) return;
    answer.urls.push(url);
    this.#byUrl.set(url, [...there.filter((told) => told.accept !== accept), { accept, answer, head }]);
    this.#store.grow(answer, 2 * (url.length + accept.length));
  }

  /** Begins to ask, for all who ask the same until it lands. */
  depart(of: AnswerOf, watched: Watched): Flight {
    let land: Flight["land"] = () => undefined;
    const answered = new Promise<KeptAnswer | null>((resolve) => (land = resolve));
    const flight: Flight = {
      of,
      watched,
      stamp: stampOf(watched),
      answered,
      isShared: false,
      land: (answer) => {
        if (this.#flights.get(of.key) === flight) this.#flights.delete(of.key);
        land(answer);
      },
    };
    this.#flights.set(of.key, flight);
    return flight;
  }

  /** An answer came that may be told to others; it is kept unless something changed, or could have, since it was asked. */
  keep(flight: Flight, bytes: Buffer, contentType: string): KeptAnswer {
    const { of, watched, stamp } = flight;
    const answer = new KeptAnswer(of, bytes, contentType, watched, stamp, this.now());
    // One that was forgotten meanwhile was asked of another schema.
    const isAwaited = this.#flights.get(of.key) === flight;
    if (isAwaited && stamp === stampOf(watched) && isSeen(watched)) this.#store.set(answer);
    return answer;
  }

  /** A kept answer was written in one more encoding. */
  grew(answer: KeptAnswer, bytes: number): void {
    this.#store.grow(answer, bytes);
  }

  /** Forgets everything: the schema is another. */
  clear(): void {
    this.#store.clear();
    this.#flights.clear();
  }

  #isTrue(answer: KeptAnswer): boolean {
    return answer.stamp === stampOf(answer.watched) && this.#ageOf(answer) < mostAgeMs;
  }

  #ageOf = ({ keptAt }: KeptAnswer): number => this.now() - keptAt;

  #left(answer: KeptAnswer): void {
    for (const url of answer.urls) {
      const others = this.#byUrl.get(url)?.filter((told) => told.answer !== answer) ?? [];
      if (others.length > 0) this.#byUrl.set(url, others);
      else this.#byUrl.delete(url);
    }
  }

  #forgetWhatChanged(): void {
    let count = 0;
    for (const answer of this.#store.values()) {
      if (this.#isTrue(answer)) continue;
      this.#store.delete(answer);
      count += 1;
    }
    if (count > 0) this.observer.onInvalidation?.(count);
  }
}

const mostAddresses = 4;
