import type { FastifyInstance, FastifyRequest } from "fastify";
import type { PortalOperation } from "./portal-operation.js";

/** What the public door answered: what could be read, and the paths of what could not. */
export interface PublicAnswer<Data> {
  readonly data: Data;
  /** Paths such as « establishment.userCommittees »; empty when everything was read. */
  readonly lost: readonly string[];
}

/** Asks the public door as anybody would. */
export type AskPublic = <Data, Variables extends object>(
  operation: PortalOperation<Data, Variables>,
  variables: Variables,
) => Promise<PublicAnswer<Data>>;

/** The public door gave no data at all. */
export class NothingAnswered extends Error {
  constructor(
    readonly operation: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(`${operation}: ${status} ${code}`);
    this.name = "NothingAnswered";
  }
}

interface Told {
  readonly data?: object | null;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string };
  }[];
}

/**
 * A client of the public door in this very process: no token, no cookie, documents by their hash. The visitor's own address
 * goes along, so that what a page asks is counted as what its visitor asked.
 */
export const publicClient =
  (app: FastifyInstance, { ip, headers }: Pick<FastifyRequest, "ip" | "headers">): AskPublic =>
  async <Data, Variables extends object>(
    operation: PortalOperation<Data, Variables>,
    variables: Variables,
  ) => {
    const query = new URLSearchParams({
      operationName: operation.name,
      variables: JSON.stringify(variables),
      extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: operation.id } }),
    });
    const response = await app.inject({
      method: "GET",
      url: `/graphql?${query}`,
      remoteAddress: ip,
      headers: {
        host: headers.host ?? "localhost",
        accept: "application/graphql-response+json",
        "apollo-require-preflight": "true",
      },
    });
    const told = parsed(response.payload);
    if (!told?.data)
      throw new NothingAnswered(
        operation.name,
        response.statusCode,
        told?.errors?.[0]?.extensions?.code ?? "?",
      );
    const lost = (told.errors ?? []).map(({ path }) =>
      (path ?? []).filter((step) => typeof step === "string").join("."),
    );
    return { data: told.data as Data, lost: [...new Set(lost)] };
  };

function parsed(text: string): Told | null {
  try {
    return JSON.parse(text) as Told;
  } catch {
    return null;
  }
}
