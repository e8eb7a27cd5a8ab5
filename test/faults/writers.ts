import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { TokenIssuer } from "../harness/token-issuer.js";
import type { TestCampaign } from "../harness/test-campaign.js";
import type { Ledger, Push } from "./ledger.js";
import type { Attempt, PushDoor } from "./push-door.js";

/** Writers at once; the last ones share their offices two by two, and race. */
export const writerCount = 16;
export const officeCount = 12;
const tokenLifeMs = 240_000;
// One in so many pushes is sent twice at once, from a revision that is no more, with an unknown question, or under a used key.
const seldom = { twice: 20, stale: 25, flawed: 40, reused: 45 };

/** Sixteen programs that push until they are told to stop; each attempt without an answer is repeated with its key. */
export class Writers {
  #isStopping = false;
  #isPaused = false;
  #isGivenUp = false;
  #atRest = 0;
  readonly #ended: Promise<unknown>;

  constructor(
    private readonly campaign: TestCampaign,
    private readonly door: PushDoor,
    private readonly issuer: TokenIssuer,
    private readonly ledger: Ledger,
  ) {
    this.#ended = Promise.all(Array.from({ length: writerCount }, (_, index) => this.#write(index)));
  }

  /** Lets every push under way be answered, and no new one begin. */
  async rest(): Promise<void> {
    this.#isPaused = true;
    while (this.#atRest < writerCount) await pause(20);
  }

  goOn(): void {
    this.#isPaused = false;
  }

  /** Waits until the last push is answered; what has no answer within the time is given up, and said. */
  async stop(mostMs: number): Promise<void> {
    this.#isStopping = true;
    this.#isPaused = false;
    const late = setTimeout(() => (this.#isGivenUp = true), mostMs);
    await this.#ended;
    clearTimeout(late);
  }

  async #write(index: number): Promise<void> {
    const place = this.campaign.offices[index % officeCount]!;
    const token = this.#tokens(place.establishment, `writer-${index}`);
    let base: number | null = null;
    for (let n = 1; !this.#isStopping; n += 1) {
      await this.#restWhenTold();
      const name = `${index}-${n}-${aWord()}`;
      const usual: Push = {
        ...place,
        token,
        key: `key-${name}`,
        value: `valeur ${name}`,
        base,
        mode: n % 4 === 0 ? "DRAFT" : "SUBMIT",
      };
      if (n % seldom.stale === 0 && base !== null && base > 1)
        await this.#settle({ ...usual, base: base - 1 });
      else if (n % seldom.flawed === 0) await this.#settle({ ...usual, flaw: "UNKNOWN_QUESTION" });
      else {
        base = await this.#push(usual, base, n % seldom.twice === 0);
        if (n % seldom.reused === 0) await this.#settle({ ...usual, value: `autre ${name}` });
      }
    }
  }

  /** Pushes, once or twice at the same moment; gives the revision to start from next. */
  async #push(push: Push, base: number | null, isTwice: boolean): Promise<number | null> {
    const [first, second] = await Promise.all([this.#settle(push), isTwice ? this.#attempts(push) : null]);
    if (second && JSON.stringify(told(first)) !== JSON.stringify(told(second)))
      this.ledger.oddities.push(`${push.key}, sent twice at once, was answered two ways`);
    if (first.kind === "accepted") return first.revision;
    return first.revision ?? base;
  }

  /** Sends a push until it is answered, and writes down what it was told. */
  async #settle(push: Push): Promise<Exclude<Attempt, { kind: "uncertain" }>> {
    const attempt = await this.#attempts(push);
    if (push.flaw ? attempt.kind === "accepted" : attempt.kind === "refused" && attempt.how === "REJECTED")
      this.ledger.oddities.push(`${push.key}: ${JSON.stringify(told(attempt)).slice(0, 300)}`);
    if (attempt.kind === "refused") this.ledger.refused.push({ push, how: attempt.how });
    else this.ledger.acknowledged.push({ push, revision: attempt.revision, data: attempt.data });
    return attempt;
  }

  async #attempts(push: Push): Promise<Exclude<Attempt, { kind: "uncertain" }>> {
    for (let waitMs = 20; ; waitMs = Math.min(2 * waitMs, 400)) {
      const attempt = await this.door.attempt(push);
      if (attempt.kind !== "uncertain") {
        if (attempt.kind === "accepted" && attempt.isReplay) this.ledger.replayed += 1;
        return attempt;
      }
      this.ledger.uncertain += 1;
      if (this.#isGivenUp) {
        this.ledger.oddities.push(`${push.key} was never answered`);
        return { kind: "refused", how: "NEVER_ANSWERED", revision: null };
      }
      await pause(waitMs);
    }
  }

  async #restWhenTold(): Promise<void> {
    if (!this.#isPaused) return;
    this.#atRest += 1;
    while (this.#isPaused) await pause(20);
    this.#atRest -= 1;
  }

  #tokens(establishment: string, subject: string): () => Promise<string> {
    let token: Promise<string> | null = null;
    let madeAt = 0;
    return () => {
      if (token === null || Date.now() - madeAt > tokenLifeMs) {
        token = this.issuer.writerToken(establishment, subject);
        madeAt = Date.now();
      }
      return token;
    };
  }
}

// Letters only: figures in a row look like somebody's telephone number.
const aWord = (): string =>
  randomBytes(4)
    .toString("hex")
    .replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!);

const told = (attempt: Exclude<Attempt, { kind: "uncertain" }>): unknown =>
  attempt.kind === "accepted" ? attempt.data : attempt.how;
