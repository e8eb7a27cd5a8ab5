/** What one of the hub's doors answered. */
export interface Knocked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: {
      readonly code: string;
      readonly family: string;
      readonly messages?: { readonly fr: string; readonly en: string };
      readonly requestId: string;
      readonly cost?: unknown;
    };
  }[];
  readonly data: Record<string, unknown> | null | undefined;
  readonly extensions: Record<string, unknown> | undefined;
}

/** A request to a door, as it goes over the wire. */
export interface Knock {
  readonly door?: string;
  readonly method?: string;
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends one request as it is. */
export async function knock(address: string, request: Knock): Promise<Knocked> {
  const response = await fetch(`${address}${request.door ?? "/graphql"}${request.search ?? ""}`, {
    method: request.method ?? "POST",
    headers: request.headers ?? { "content-type": "application/json" },
    ...(request.body === undefined ? {} : { body: request.body }),
    redirect: "manual",
  });
  const text = await response.text();
  const { errors, data, extensions } = (text.startsWith("{") ? JSON.parse(text) : {}) as Partial<Knocked>;
  return { status: response.status, headers: response.headers, text, errors: errors ?? [], data, extensions };
}

/** Asks a question by POST. */
export const ask = (
  address: string,
  query: string,
  variables?: unknown,
  more: { door?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Knocked> =>
  knock(address, {
    ...(more.door === undefined ? {} : { door: more.door }),
    headers: { "content-type": "application/json", ...more.headers },
    body: JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) }),
  });
