import { z } from "zod";

/** A question as GraphQL over HTTP carries it. */
export interface SubgraphQuestion {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
}

const question = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** A body that holds no question; answered by 400. */
class NoQuestion extends Error {
  readonly statusCode = 400;
}

/** Reads the question in a body; nothing else of it is kept. */
export function readQuestion(body: Buffer): SubgraphQuestion {
  const read = question.safeParse(parsed(body));
  if (!read.success) throw new NoQuestion("expected { query, variables, operationName }");
  return read.data;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}
