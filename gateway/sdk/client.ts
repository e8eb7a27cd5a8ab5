import type { Operation } from "./operations.js";

/** The hub answered that it will not; its own words in both languages. */
export class HubRefusal extends Error {
  constructor(
    readonly code: string,
    readonly family: string,
    readonly messages: { readonly fr: string; readonly en: string },
    /** To give to the hub's team, when the fault is theirs. */
    readonly requestId: string | null,
  ) {
    super(messages.fr);
    this.name = "HubRefusal";
  }
}

/** No hub answered, or what answered is no hub. */
export class HubUnreachable extends Error {
  constructor(
    readonly address: string,
    readonly reason: string,
  ) {
    super(`${address}: ${reason}`);
    this.name = "HubUnreachable";
  }
}

/** Asks one hub as one caller. */
export interface HubClient {
  /** Gives the data and whether the answer repeats a former one; throws HubRefusal or HubUnreachable. */
  ask<Data, Variables extends object>(
    operation: Operation<Data, Variables>,
    variables: Variables,
  ): Promise<{ readonly data: Data; readonly isReplay: boolean }>;
}

interface GraphQLAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: {
      readonly code?: string;
      readonly family?: string;
      readonly messages?: { readonly fr: string; readonly en: string };
      readonly requestId?: string;
    };
  }[];
  readonly extensions?: { readonly replayed?: boolean };
}

const patienceMs = 60_000;

/** Gives the access token to show: one that lives for minutes is asked for again in a long run. */
export type TokenSource = () => Promise<string>;

/** A client of the authenticated door. A token goes to the address given and nowhere else: redirects are refused. */
export const hubClient = (address: string, token: TokenSource): HubClient => ({
  async ask<Data, Variables extends object>(operation: Operation<Data, Variables>, variables: Variables) {
    const answer = await post<Data>(`${address}/graphql/authenticated`, await token(), {
      query: operation.text(),
      variables,
    });
    const [refused] = answer.errors ?? [];
    if (refused) {
      const { code = "UNKNOWN", family = "INTERNAL", messages, requestId = null } = refused.extensions ?? {};
      throw new HubRefusal(code, family, messages ?? { fr: refused.message, en: refused.message }, requestId);
    }
    if (!answer.data) throw new HubUnreachable(address, "no data");
    return { data: answer.data, isReplay: answer.extensions?.replayed === true };
  },
});

async function post<Data>(url: string, token: string, body: object): Promise<GraphQLAnswer<Data>> {
  const response = await fetch(url, {
    method: "POST",
    redirect: "error",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  }).catch((error: { cause?: { code?: string }; name?: string }) => {
    throw new HubUnreachable(url, error.cause?.code ?? error.name ?? "network");
  });
  const text = await response.text().catch(() => "");
  const answer = parsed<Data>(text);
  if (answer === null) throw new HubUnreachable(url, `HTTP ${response.status}`);
  return answer;
}

// A proxy or another program may answer with a page of its own.
function parsed<Data>(text: string): GraphQLAnswer<Data> | null {
  try {
    const answer = JSON.parse(text) as GraphQLAnswer<Data> | null;
    return answer && typeof answer === "object" && ("data" in answer || "errors" in answer) ? answer : null;
  } catch {
    return null;
  }
}
