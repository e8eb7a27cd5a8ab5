import type { ComposedService } from "./compose-file.js";

/** The network of the containers without containers: each service has a loopback address, and keeps its ports. */
export class LoopbackNetwork {
  readonly #addresses: ReadonlyMap<string, string>;

  /** The three first parts of its addresses: `127.0.7`. */
  constructor(prefix: string, services: readonly ComposedService[]) {
    this.#addresses = new Map(services.map(({ name }, index) => [name, `${prefix}.${index + 1}`]));
  }

  addressOf(name: string): string {
    const address = this.#addresses.get(name);
    if (address === undefined) throw new Error(`docker-compose.yml: ${name} is not a service`);
    return address;
  }

  /** What a service is told, with addresses for names: of the others, and its own for that of every container. */
  resolved(text: string, { name }: Pick<ComposedService, "name">): string {
    const own = this.addressOf(name);
    if (text === "0.0.0.0") return own;
    let result = text;
    for (const [other, address] of this.#addresses)
      result = result.replaceAll(new RegExp(`(^|//|@)${other}:(?!//)`, "g"), `$1${address}:`);
    return result
      .replaceAll("//127.0.0.1:", `//${own}:`)
      .replaceAll("/dev/tcp/127.0.0.1/", `/dev/tcp/${own}/`);
  }
}
