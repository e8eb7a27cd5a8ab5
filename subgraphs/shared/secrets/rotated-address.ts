import type { DatabaseAddress } from "../database-address.js";
import type { SecretSource } from "./secret-source.js";

/**
 * A server whose roles' secret may change while the hub runs. The one in use changes when this process has given the
 * roles their new passwords, or when PostgreSQL refuses it: then another process has.
 *
 *   file     old → new, old          new secret first, the old one kept below
 *   process A          sees it, sets the passwords, uses new
 *   process B          uses old, is refused, uses new
 */
export class RotatedAddress implements DatabaseAddress {
  #inUse: string;
  #announced: string;

  constructor(
    readonly url: string,
    private readonly secrets: SecretSource,
  ) {
    this.#inUse = this.first();
    this.#announced = this.#inUse;
  }

  get roleSecret(): string {
    return this.#inUse;
  }

  /** The secret that the roles' passwords shall be derived from, when it is another since the last time it was adopted. */
  announced(): string | null {
    const first = this.first();
    return first === this.#announced ? null : first;
  }

  /** Has new connections use a secret: the roles have its passwords from now on. */
  adopt(secret: string): void {
    this.#announced = secret;
    this.#inUse = secret;
  }

  /** True when another secret is in use, or accepted, than the one that PostgreSQL refused. */
  turnFrom(refused: string): boolean {
    if (this.#inUse !== refused) return true;
    const secrets = this.secrets(true);
    const next = secrets[(secrets.indexOf(refused) + 1) % secrets.length];
    if (next === undefined || next === refused) return false;
    this.#inUse = next;
    return true;
  }

  private first(): string {
    const [first] = this.secrets();
    if (first === undefined) throw new Error("role secret: expected one at least, got none");
    return first;
  }
}
