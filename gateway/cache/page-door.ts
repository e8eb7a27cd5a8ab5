import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answers } from "./answers.js";
import type { CacheObserver, CacheOutcome } from "./cache-observer.js";
import type { KnownChanges } from "./changes/known-changes.js";
import type { Note } from "./journal.js";
import type { AnswerOf, KeptAnswer } from "./kept-answer.js";
import { type WriteAnswer, writer, type WriterOptions } from "./written-answer.js";

/** A page as it was made; a partial one is told to nobody else. */
export interface MadePage {
  readonly html: string;
  /** HTML when it is absent. */
  readonly contentType?: string;
  readonly isPartial: boolean;
}

/** Sends a page that is the same for everybody: from what is kept, or made now and kept until anything public changes. */
export type PageDoor = (
  request: FastifyRequest,
  reply: FastifyReply,
  /** The page's name in the journal, and its address without what it does not heed. */
  of: { readonly name: string; readonly address: string },
  make: () => Promise<MadePage>,
) => Promise<FastifyReply>;

export interface PageDoorOptions extends Omit<WriterOptions, "vary"> {
  readonly answers: Answers;
  readonly changes: KnownChanges;
  readonly observer: CacheObserver;
  readonly note: Note;
}

const html = "text/html; charset=utf-8";

/** Opens the door of the pages on the answers that are kept. */
export function pageDoor(options: PageDoorOptions): PageDoor {
  const { answers, changes, observer, note } = options;
  const write: WriteAnswer = writer({ ...options, vary: "accept-encoding" });

  return async (request, reply, { name, address }, make) => {
    const of = pageOf(name, address);
    const send = async (outcome: CacheOutcome, answer: KeptAnswer): Promise<FastifyReply> => {
      observer.onAnswer?.(outcome, of.operation, answer.identity.bytes.length);
      note(of.operation, request.id, outcome);
      return reply.send(await write(request, reply, answer, false));
    };
    const found = answers.find(of);
    if (found.kind === "hit" || found.kind === "stale") return send(found.kind, found.answer);
    if (found.kind === "flight") {
      const answer = await found.flight.answered;
      if (answer) return send("shared", answer);
    }
    const flight = answers.depart(of, changes.watchOfAll());
    let landed: KeptAnswer | null = null;
    try {
      const made = await make();
      const { contentType = html } = made;
      if (made.isPartial) return reply.type(contentType).header("cache-control", "no-store").send(made.html);
      landed = answers.keep(flight, Buffer.from(made.html), contentType);
    } finally {
      flight.land(landed);
    }
    return send("miss", landed);
  };
}

function pageOf(name: string, address: string): AnswerOf {
  const hash = createHash("sha256").update("page\0").update(address).digest();
  return { key: hash.toString("base64"), count: hash.readInt32LE(0), operation: `page ${name}` };
}
