import type { FormattedExecutionResult } from "graphql";

/** The data of an answer, as JSON text. */
export class WrittenData {
  constructor(readonly text: string) {}

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** A response as the server sends it; bytes where its data is text already, which a string would cost once more. */
export function responseText(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  if (!(data instanceof WrittenData) || result.errors) return JSON.stringify(result);
  const extensions = result.extensions ? `,"extensions":${JSON.stringify(result.extensions)}` : "";
  return Buffer.from(`{"data":${data.text}${extensions}}`) as unknown as string;
}
