import type { FastifyInstance, FastifyRequest } from "fastify";
import { HubError } from "../../../subgraphs/index.js";
import type { PortalOperation } from "../asking/portal-operation.js";
import { type AskAuthenticated, HubRefused } from "./workspace-page.js";

interface ToldError {
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly family?: string;
    readonly messages?: { readonly fr: string; readonly en: string };
    readonly requestId?: string;
    readonly place?: string;
  };
}

interface Told {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly ToldError[];
  readonly extensions?: { readonly replayed?: boolean };
}

/**
 * A client of the authenticated door in this very process, with the visitor's own token, address and name of the hub: the
 * door judges it as it would judge the visitor's own program.
 */
export const authenticatedClient =
  (
    app: FastifyInstance,
    { ip, headers }: Pick<FastifyRequest, "ip" | "headers">,
    accessToken: string,
  ): AskAuthenticated =>
  async <Data, Variables extends object>(
    operation: PortalOperation<Data, Variables>,
    variables: Variables,
  ) => {
    const response = await app.inject({
      method: "POST",
      url: "/graphql/authenticated",
      remoteAddress: ip,
      headers: {
        host: headers.host ?? "localhost",
        accept: "application/graphql-response+json",
        authorization: `Bearer ${accessToken}`,
      },
      payload: { query: operation.text, operationName: operation.name, variables },
    });
    const requestId = String(response.headers["x-request-id"] ?? "") || null;
    const told = parsed(response.payload);
    const errors = told?.errors ?? [];
    const data = told?.data ?? null;
    if (data === null || isEmpty(data, errors)) throw refusalOf(errors[0], requestId);
    const lost = errors.map(({ path }) => (path ?? []).filter((step) => typeof step === "string").join("."));
    return {
      data: data as Data,
      lost: [...new Set(lost)],
      isReplay: told?.extensions?.replayed === true,
    };
  };

// Nothing that was asked came: what was refused is then the answer.
const isEmpty = (data: Readonly<Record<string, unknown>>, errors: readonly ToldError[]): boolean =>
  errors.length > 0 && Object.values(data).every((value) => value === null);

function refusalOf(error: ToldError | undefined, requestId: string | null): HubRefused {
  const { code, family, messages, requestId: numbered, place = null } = error?.extensions ?? {};
  if (code !== undefined && messages !== undefined)
    return new HubRefused(code, family ?? "INTERNAL", messages, numbered ?? requestId, place);
  const { extensions } = new HubError("INTERNAL");
  return new HubRefused("INTERNAL", "INTERNAL", extensions.messages as HubRefused["messages"], requestId);
}

function parsed(text: string): Told | null {
  try {
    return JSON.parse(text) as Told;
  } catch {
    return null;
  }
}
