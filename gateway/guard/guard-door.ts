import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { VariantName } from "../supergraph/variant-name.js";
import { refusalOfContent } from "./content.js";
import type { AskedOperation, Cost, Guard } from "./guard.js";
import { refusalOfHost } from "./host.js";
import { mostBodyBytes } from "./limits/body-bytes.js";
import { refusalJournal } from "./refusal-journal.js";
import { refusalOf } from "./refusal.js";
import { statusOfJson } from "./status-of-json.js";

declare module "fastify" {
  interface FastifyRequest {
    /** What the guard expects the operation to cost; null before it was looked at. */
    cost: Cost | null;
    /** What the guard let through; null before, and where it is no single operation. */
    asked: AskedOperation | null;
  }
}

/** Puts the guard before a door's operations; its routes must be added afterwards, in the same scope. */
export function guardDoor(
  door: FastifyInstance,
  name: VariantName,
  guard: Guard,
  log: Logger,
  onRefusal: (code: string) => void = () => undefined,
): void {
  const note = refusalJournal(log, name);
  door.decorateRequest("cost", null);
  door.decorateRequest("asked", null);
  // A form or plain text is what a browser may send without asking first: only JSON is read here.
  door.removeContentTypeParser("text/plain");
  door.addHook("onRoute", (route) => {
    route.bodyLimit = mostBodyBytes[name];
  });
  door.addHook("onSend", statusOfJson);
  door.addHook("preParsing", async (request, reply) => {
    const unread = refusalOfHost(request) ?? refusalOfContent(request);
    if (!unread) return;
    const { status, error } = refusalOf(unread);
    return reply.code(status).send({ errors: [error] });
  });
  door.addHook("preHandler", async (request, reply) => {
    const looked = guard(request);
    if (!("error" in looked)) {
      request.cost = looked.cost;
      request.asked = looked.asked;
      return;
    }
    const { status, error } = looked;
    const code = String(error.extensions?.code);
    note(code, request.id);
    onRefusal(code);
    if (status === 405) reply.header("allow", "POST");
    return reply.code(status).send({ errors: [error] });
  });
}

/** What the answer says of its cost: something only to developers who ask by a header. */
export const shownCost = ({ headers, cost }: FastifyRequest): { readonly cost?: Cost } =>
  cost !== null && headers["carrefour-cost"] === "show" ? { cost } : {};
