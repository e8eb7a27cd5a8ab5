const usual = 262_144;
const largestKept = 8_388_608;

/** The bytes that answers are written to, one after the other: each from the beginning, none while another is. */
export class Page {
  bytes = Buffer.allocUnsafeSlow(usual);
  /** The same bytes, for several at a time. */
  view = new DataView(this.bytes.buffer);

  /** Makes room for so many bytes more after what is written. */
  makeRoom(end: number, more: number): void {
    if (end + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(end + more, 2 * this.bytes.length));
    this.bytes.copy(larger, 0, 0, end);
    this.#take(larger);
  }

  /** What is written, in bytes of its own. */
  copyUntil(end: number): Buffer {
    return Buffer.from(this.bytes.subarray(0, end));
  }

  /** Gives back what an uncommonly long answer took. */
  trim(): void {
    if (this.bytes.length > largestKept) this.#take(Buffer.allocUnsafeSlow(usual));
  }

  #take(bytes: Buffer<ArrayBuffer>): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
  }
}

/** Writes a text as it is; gives where it ends. */
export function writeText(page: Page, end: number, text: string): number {
  // A unit of UTF-16 takes three bytes at most.
  page.makeRoom(end, 3 * text.length);
  return end + page.bytes.write(text, end);
}

/** Writes a text of ASCII for which there is room; gives where it ends. */
export function writeAscii(bytes: Buffer, end: number, text: string): number {
  const { length } = text;
  for (let index = 0; index < length; index += 1) bytes[end + index] = text.charCodeAt(index);
  return end + length;
}
