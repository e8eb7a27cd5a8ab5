import type { FormattedExecutionResult } from "graphql";

/** The data of an answer, as JSON text. */
export class WrittenData {
  #text: string | null;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Gives the text away, once. Apollo Server hands each request to its gateway in an object with a getter, whose function
   * V8 holds until it collects everything: the answer would be held as long.
   */
  take(): string {
    const text = this.#text;
    if (text === null) throw new Error("the answer was sent already");
    this.#text = null;
    return text;
  }

  toJSON(): unknown {
    return this.#text === null ? null : JSON.parse(this.#text);
  }
}

/** A response as the server sends it; bytes where its data is text already, which a string would cost once more. */
export function responseText(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  if (!(data instanceof WrittenData) || result.errors) return JSON.stringify(result);
  const extensions = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : "";
  return Buffer.from(`{"data":${data.take()}${extensions}}`) as unknown as string;
}
