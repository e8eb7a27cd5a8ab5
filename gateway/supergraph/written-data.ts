import type { FormattedExecutionResult } from "graphql";

/** The data of an answer, as JSON text, in bytes. */
export class WrittenData {
  #bytes: Buffer | null;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /**
   * Gives the bytes away, once. Apollo Server hands each request to its gateway in an object with a getter, whose function
   * V8 holds until it collects everything: the answer would be held as long.
   */
  take(): Buffer {
    const bytes = this.#bytes;
    if (bytes === null) throw new Error("the answer was sent already");
    this.#bytes = null;
    return bytes;
  }

  toJSON(): unknown {
    return this.#bytes === null ? null : JSON.parse(this.#bytes.toString());
  }
}

const beforeData = Buffer.from('{"data":');

/** A response as the server sends it; bytes where its data is text already, which a string would cost once more. */
export function responseText(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  if (!(data instanceof WrittenData) || result.errors) return JSON.stringify(result);
  const extensions = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : "";
  const parts = [beforeData, data.take(), Buffer.from(`${extensions}}`)];
  return Buffer.concat(parts) as unknown as string;
}
