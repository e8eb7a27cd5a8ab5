import type { FastifyReply } from "fastify";

const beginning = Buffer.from('{"data":{');

/** What is about to be sent, as bytes; null for a stream. */
export const bytesOf = (payload: unknown): Buffer | null =>
  Buffer.isBuffer(payload) ? payload : typeof payload === "string" ? Buffer.from(payload) : null;

/** The bytes of an answer that tells everything that was asked; null when something is missing, or it is no such answer. */
export function wholeAnswer(reply: FastifyReply, payload: unknown): Buffer | null {
  if (reply.statusCode !== 200) return null;
  const bytes = bytesOf(payload);
  if (bytes === null || !bytes.subarray(0, beginning.length).equals(beginning)) return null;
  // The word may stand in the data, too: only then the answer is read.
  if (!bytes.includes('"errors":')) return bytes;
  const { errors } = JSON.parse(bytes.toString()) as { errors?: unknown };
  return errors === undefined ? bytes : null;
}
