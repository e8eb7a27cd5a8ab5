import type { Clock } from "../clock.js";
import type { TokenAlgorithm } from "./token-envelope.js";
import { IssuerUnavailable, TokenRefused } from "./token-refusal.js";
import { type PublishedKeys, type VerificationKeys, verificationKeysOf } from "./verification-keys.js";

/**
 * Finds the key that a token names. Throws TokenRefused for one that the issuer does not have, IssuerUnavailable when
 * that cannot be known. A key is the same object for as long as the issuer's key set stays as it is.
 */
export type KeyFinder = (keyId: string, algorithm: TokenAlgorithm) => Promise<CryptoKey>;

// A key that the issuer withdrew is trusted no longer than this.
const freshForMs = 10 * 60_000;
// While the issuer is down its tokens of the last minutes are still good; after this long, so could a stolen key be.
const usableForMs = 60 * 60_000;
// Anyone can send key ids that do not exist, and an issuer that is down does not get up by being asked more often.
const coolDownMs = 30_000;

/** The keys of an issuer whose key set lies in this process. */
export function keysAtHand(published: PublishedKeys): KeyFinder {
  const keys = verificationKeysOf(published);
  return async (keyId, algorithm) => chosen((await keys).get(keyId), algorithm);
}

function chosen(ofKeyId: ReadonlyMap<TokenAlgorithm, CryptoKey> | undefined, algorithm: TokenAlgorithm) {
  if (!ofKeyId) throw new TokenRefused("unknown-key");
  const key = ofKeyId.get(algorithm);
  if (!key) throw new TokenRefused("key-not-for-algorithm");
  return key;
}

interface KnownKeys {
  readonly published: string;
  readonly keys: VerificationKeys;
  readonly readAt: number;
}

/** The keys of an issuer that is asked for them when they are needed: seldom, once for all who wait, never without end. */
export class FetchedKeys {
  #known: KnownKeys | null = null;
  #askedAt: number | null = null;
  #underWay: Promise<void> | null = null;
  #failure: IssuerUnavailable | null = null;

  constructor(
    private readonly read: () => Promise<PublishedKeys>,
    private readonly clock: Clock,
    /** Told each time that the issuer could not be asked, also while its known keys go on working. */
    private readonly onFailure: (failure: IssuerUnavailable) => void,
  ) {}

  readonly find: KeyFinder = async (keyId, algorithm) => {
    const isAtHand = this.#usable()?.has(keyId) === true;
    // After a failure nobody waits for an issuer whose key is at hand.
    if (!isAtHand || (!this.#isFresh() && this.#failure === null)) await this.#refresh();
    else if (!this.#isFresh()) void this.#refresh();
    const ofKeyId = this.#usable()?.get(keyId);
    // The issuer may have made the key since it was last reached.
    if (!ofKeyId && this.#failure) throw this.#failure;
    return chosen(ofKeyId, algorithm);
  };

  #usable(): VerificationKeys | null {
    return this.#known && this.#since(this.#known.readAt) < usableForMs ? this.#known.keys : null;
  }

  #isFresh(): boolean {
    return this.#known !== null && this.#since(this.#known.readAt) < freshForMs;
  }

  // A clock that was set back must not keep old keys young.
  #since = (instant: number): number => Math.abs(this.clock().getTime() - instant);

  #refresh(): Promise<void> {
    if (this.#underWay) return this.#underWay;
    if (this.#askedAt !== null && this.#since(this.#askedAt) < coolDownMs) return Promise.resolve();
    this.#askedAt = this.clock().getTime();
    this.#underWay = this.#ask().finally(() => (this.#underWay = null));
    return this.#underWay;
  }

  async #ask(): Promise<void> {
    const readAt = this.clock().getTime();
    try {
      const published = await this.read();
      const text = JSON.stringify(published);
      const keys = this.#known?.published === text ? this.#known.keys : await verificationKeysOf(published);
      // An issuer that withdraws its last key is believed: what it signed before no longer counts.
      this.#known = { published: text, keys, readAt };
      this.#failure = keys.size === 0 ? new IssuerUnavailable("issuer-without-key") : null;
    } catch (error) {
      this.#failure =
        error instanceof IssuerUnavailable ? error : new IssuerUnavailable("issuer-answered-badly", error);
    }
    if (this.#failure) this.onFailure(this.#failure);
  }
}
