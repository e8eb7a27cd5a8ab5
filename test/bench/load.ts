import autocannon from "autocannon";

/** What a burst of requests saw. */
export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly bytesPerRequest: number;
  readonly failures: number;
}

let sent = 0;

/** Sends a fixed number of requests, each with an Authorization header of its own. */
export async function sendLoad(options: {
  readonly url: string;
  readonly requests: number;
  readonly connections: number;
  readonly bodyOf: (n: number) => string;
  /** Signed beforehand, one a request; made-up ones when absent. */
  readonly tokens?: readonly string[];
}): Promise<LoadResult> {
  if (options.tokens && options.tokens.length < options.requests)
    throw new Error(`${options.tokens.length} tokens for ${options.requests} requests`);
  const tokens = [...(options.tokens ?? [])];
  const result = await autocannon({
    url: options.url,
    amount: options.requests,
    connections: options.connections,
    // A burst ends when a sample does: seconds would make 250 requests a second look like 200.
    sampleInt: 20,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          sent += 1;
          return {
            ...request,
            headers: {
              "content-type": "application/json",
              // autocannon prepares a few requests that it does not send.
              authorization: `Bearer ${tokens.pop() ?? `unique-${sent}`}`,
            },
            body: options.bodyOf(sent),
          };
        },
      },
    ],
  });
  return {
    requestsPerSecond: result.requests.total / (result.duration || 1),
    bytesPerRequest: result.throughput.total / Math.max(1, result.requests.total),
    failures: result.errors + result.non2xx,
  };
}
