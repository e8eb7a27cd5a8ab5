import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, readFile, rm, writeFile } from "node:fs/promises";
import { UsageError } from "../exit-code.js";
import { jsonOrNull } from "../json-or-null.js";

// Records of people: for who downloads them alone.
const ownerOnly = 0o600;

/**
 * A file that is not there as a whole yet, and beside it where it comes from and which version it is (`.part` and
 * `.part.json`): another call goes on with it.
 */
export class PartialFile {
  #etag: string | null = null;
  #length = 0;
  #hash: Hash = createHash("sha256");
  #isClosed = false;

  private constructor(
    readonly path: string,
    private readonly url: string,
    private readonly file: FileHandle,
  ) {}

  /** Opens what is left of an earlier call for the same address; empty when nothing is, or when it is of another. */
  static async open(path: string, url: string): Promise<PartialFile> {
    const file = await open(path, "a+", ownerOnly).catch((cause: NodeJS.ErrnoException) => {
      throw new UsageError({
        fr: `${path} ne peut pas être écrit (${cause.code}).`,
        en: `${path} cannot be written (${cause.code}).`,
      });
    });
    const part = new PartialFile(path, url, file);
    const told = jsonOrNull(await readFile(`${path}.json`, "utf8").catch(() => ""));
    const { url: former, etag } = (told ?? {}) as { url?: unknown; etag?: unknown };
    if (former !== url || typeof etag !== "string") return part.restarted();
    for await (const chunk of createReadStream(path)) part.take(chunk as Buffer);
    part.#etag = etag;
    return part;
  }

  /** How many bytes are there. */
  get length(): number {
    return this.#length;
  }

  /** The version that they are of; null when there is none. */
  get etag(): string | null {
    return this.#length === 0 ? null : this.#etag;
  }

  /** SHA-256 of what is there. */
  get sha256(): string {
    return this.#hash.copy().digest("base64");
  }

  /** Begins anew with a version. */
  async begin(etag: string | null): Promise<void> {
    await this.restarted();
    this.#etag = etag;
    await writeFile(`${this.path}.json`, JSON.stringify({ url: this.url, etag }), { mode: ownerOnly });
  }

  async append(chunk: Uint8Array): Promise<void> {
    await this.file.appendFile(chunk);
    this.take(chunk);
  }

  /** Once closed it stays on the disk as it is. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.file.sync();
    await this.file.close();
  }

  /** Removes what tells where it comes from, after it has become whole. */
  forget(): Promise<void> {
    return rm(`${this.path}.json`, { force: true });
  }

  private take(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#length += chunk.length;
  }

  private async restarted(): Promise<this> {
    await this.file.truncate(0);
    this.#hash = createHash("sha256");
    this.#length = 0;
    this.#etag = null;
    return this;
  }
}
