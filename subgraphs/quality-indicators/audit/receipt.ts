/** What a receipt points to: an entry, and the head of its chain once it was added. */
export interface ReceiptPlace {
  readonly chain: string;
  readonly sequence: number;
  readonly head: Buffer;
}

/** A receipt as text, all that one needs to find the entry again: `<chain>/<sequence>/<head in hexadecimal>`. */
export const receiptOf = ({ chain, sequence, head }: ReceiptPlace): string =>
  `${chain}/${sequence}/${head.toString("hex")}`;

const written = /^([A-Za-z0-9][A-Za-z0-9._-]*)\/([1-9]\d{0,8})\/([0-9a-f]{64})$/;

/** Reads a receipt; null for a text that is none. */
export function readReceipt(text: string): ReceiptPlace | null {
  const [, chain, sequence, head] = written.exec(text.trim()) ?? [];
  if (chain === undefined || sequence === undefined || head === undefined) return null;
  return { chain, sequence: Number(sequence), head: Buffer.from(head, "hex") };
}
