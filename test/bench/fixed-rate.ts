import { Agent, request } from "node:http";

/** One request on its way. */
export interface Sent {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The loopback address that it comes from. */
  readonly from?: string;
}

/** What one request saw. */
export interface Seen {
  /** 0 when no answer came. */
  readonly status: number;
  /** The server closed the connection: what it does to a body that it will not read. */
  readonly isCutOff: boolean;
  /** From when it was due, not from when it left: a server that stalls holds up nobody's clock. */
  readonly ms: number;
}

/**
 * Sends requests at a fixed rate, whatever became of those before, and waits for every answer.
 * @param perSecond requests a second, evenly spread
 */
export async function sendAtFixedRate(
  url: URL,
  { perSecond, seconds, connections }: { perSecond: number; seconds: number; connections: number },
  requestOf: (n: number) => Sent,
): Promise<Seen[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const total = perSecond * seconds;
  const startedAt = performance.now();
  const answers: Promise<Seen>[] = [];
  await new Promise<void>((resolve) => {
    const send = (): void => {
      // The first is due at once: none is counted from before it could leave.
      const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1_000) * perSecond) + 1);
      while (answers.length < due) {
        const dueAt = startedAt + (answers.length * 1_000) / perSecond;
        answers.push(sendOne(url, agent, requestOf(answers.length), dueAt));
      }
      if (answers.length < total) setTimeout(send, 1);
      else resolve();
    };
    send();
  });
  const seen = await Promise.all(answers);
  agent.destroy();
  return seen;
}

const longestAnswerMs = 10_000;

function sendOne(
  url: URL,
  agent: Agent,
  { path, method, headers, body, from }: Sent,
  dueAt: number,
): Promise<Seen> {
  return new Promise((resolve) => {
    let isTimedOut = false;
    const done = (status: number): void =>
      resolve({ status, isCutOff: status === 0 && !isTimedOut, ms: performance.now() - dueAt });
    const sent = request(
      {
        host: url.hostname,
        port: url.port,
        path,
        method,
        agent,
        timeout: longestAnswerMs,
        headers: body === undefined ? headers : { ...headers, "content-length": Buffer.byteLength(body) },
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (answer) => {
        answer.resume();
        answer.on("end", () => done(answer.statusCode ?? 0));
        answer.on("error", () => done(0));
      },
    );
    sent.on("timeout", () => {
      isTimedOut = true;
      sent.destroy();
    });
    sent.on("error", () => done(0));
    sent.end(body);
  });
}
