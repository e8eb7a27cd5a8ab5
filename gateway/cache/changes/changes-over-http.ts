import { randomUUID } from "node:crypto";
import {
  type ChangeNews,
  type ChangeObserver,
  type ChangeSource,
  hopHeader,
  readNews,
  type SecretSource,
  signHop,
  signOfLifeMs,
  type SubgraphName,
} from "../../../subgraphs/index.js";

export interface HttpChangesOptions {
  readonly subgraph: SubgraphName;
  /** Of its graph. */
  readonly url: string;
  readonly hopSecrets: SecretSource;
  /** Told once each time the way is lost. */
  readonly onFailure: (error: unknown) => void;
}

const askAgainMs = 1_000;
const longestSilenceMs = 3 * signOfLifeMs;
const longestLine = 1_000_000;

/** The changes of a subgraph over HTTP: a stream that is held open, and opened again, while anybody watches. */
export function changesOverHttp(options: HttpChangesOptions): ChangeSource {
  return {
    watch(observer) {
      const stopped = new AbortController();
      void follow(options, observer, stopped.signal);
      return () => stopped.abort();
    },
  };
}

async function follow(
  options: HttpChangesOptions,
  observer: ChangeObserver,
  stopped: AbortSignal,
): Promise<void> {
  let isSeeing = false;
  const tell = (news: ChangeNews): void => {
    if (stopped.aborted) return;
    if (news.kind !== "changed") isSeeing = news.kind === "seeing";
    observer(news);
  };
  while (!stopped.aborted) {
    try {
      await hear(options, tell, stopped);
      throw new Error(`${options.url}: the stream of changes ended`);
    } catch (error) {
      if (stopped.aborted) return;
      if (isSeeing) options.onFailure(error);
      if (isSeeing) tell({ kind: "blind" });
      await new Promise((resolve) => {
        setTimeout(resolve, askAgainMs).unref();
      });
    }
  }
}

/** Hears one stream to its end; rejects when it says nothing for too long. */
async function hear(
  { subgraph, url, hopSecrets }: HttpChangesOptions,
  tell: (news: ChangeNews) => void,
  stopped: AbortSignal,
): Promise<void> {
  const silent = new AbortController();
  const watch = setTimeout(() => silent.abort(new Error(`${url}: no sign of life`)), longestSilenceMs);
  watch.unref();
  try {
    const body = "{}";
    const hop = { subgraph, requestId: randomUUID(), caller: "hub", token: null, body } as const;
    const response = await fetch(new URL("/changes", url), {
      method: "POST",
      headers: { "content-type": "application/json", [hopHeader]: signHop(hopSecrets, hop) },
      body,
      redirect: "error",
      signal: AbortSignal.any([silent.signal, stopped]),
    });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new Error(`${url}: changes answered ${response.status}`);
    }
    let rest = "";
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      watch.refresh();
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > longestLine) throw new Error(`${url}: a line without an end`);
      for (const line of lines) {
        const news = readNews(line);
        if (news) tell(news);
      }
    }
  } finally {
    clearTimeout(watch);
  }
}
