import type { FastifyInstance } from "fastify";
import { HubError } from "../../subgraphs/index.js";

/** What it asks of the public door. */
export const auditHeadsQuestion = `query AuditHeads($day: Date) {
  auditHeads(day: $day) { day sealedAt heads { chain head } signature key { kty crv x kid } }
}`;

interface Answer {
  readonly data?: {
    readonly auditHeads?: {
      readonly day: string;
      readonly sealedAt: string;
      readonly heads: readonly { readonly chain: string; readonly head: string }[];
      readonly signature: string;
      readonly key: object;
    } | null;
  } | null;
  readonly errors?: readonly { readonly extensions?: { readonly family?: unknown } }[];
}

/**
 * GET /data/audit/heads.json: the heads of the audit sealed for `?day=YYYY-MM-DD`, or the last ones, for whoever wants
 * to be a witness. It asks the public door, as anybody could.
 */
export async function auditHeadsRoute(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { day?: string } }>("/data/audit/heads.json", async (request, reply) => {
    const answered = await app.inject({
      method: "POST",
      url: "/graphql",
      payload: { query: auditHeadsQuestion, variables: { day: request.query.day ?? null } },
    });
    const { data, errors } = answered.json<Answer>();
    if (errors) {
      const isTheirs = errors.every(({ extensions }) => extensions?.family === "INVALID_INPUT");
      return reply.code(isTheirs ? 400 : 503).send({ errors });
    }
    const sealed = data?.auditHeads;
    if (!sealed) return reply.code(404).send({ errors: [new HubError("NO_AUDIT_HEADS").toJSON()] });
    return reply.header("cache-control", "public, max-age=60").send({
      day: sealed.day,
      sealedAt: sealed.sealedAt,
      heads: Object.fromEntries(sealed.heads.map(({ chain, head }) => [chain, head])),
      signature: sealed.signature,
      key: sealed.key,
    });
  });
}
