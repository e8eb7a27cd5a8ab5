import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { subgraphs } from "../../subgraphs/index.js";
import type { Counter } from "../guard/rate/counter.js";
import { Answers } from "./answers.js";
import { cacheDoor } from "./cache-door.js";
import type { CacheObserver, CacheState } from "./cache-observer.js";
import type { KnownChanges } from "./changes/known-changes.js";
import { Credit } from "./front/credit.js";
import { frontOf } from "./front/front.js";
import { Visitors } from "./front/visitors.js";
import { journal } from "./journal.js";
import { readManifest } from "../portal/asking/portal-manifest.js";
import { type PageDoor, pageDoor } from "./page-door.js";
import { PersistedDocuments } from "./persisted/persisted-documents.js";
import { persistedDoor } from "./persisted/persisted-door.js";
import { toldFromOf } from "./told-from.js";

export interface PublicCacheOptions {
  readonly changes: KnownChanges;
  readonly mostBytes: number;
  /** Only the operations of the manifest are run at the public door. */
  readonly isRestricted: boolean;
  readonly observer: CacheObserver;
  readonly log: Logger;
}

/** The answers of the public door that are told again, and the ways that lead to them. */
export interface PublicCache {
  readonly state: CacheState;
  /**
   * Puts the short way before a server's long one, which all that listens to its requests by now belongs to; addresses are
   * counted by `counter`. To be called once.
   */
  before(app: FastifyInstance, counter: () => Counter): void;
  /** Has documents asked by their hash in a door's scope, before its guard; what it refuses is told by code and request. */
  persisted(door: FastifyInstance, onRefusal: (code: string, requestId: string) => void): void;
  /** Puts the cache into a door's scope, after its guard and before its routes. */
  into(door: FastifyInstance, schema: () => GraphQLSchema): void;
  /** Sends pages that are the same for everybody. */
  readonly pages: PageDoor;
  /** Forgets everything. */
  clear(): void;
}

/** Makes the cache of the public door. */
export function publicCache(options: PublicCacheOptions): PublicCache {
  const { changes, mostBytes, isRestricted, observer, log } = options;
  const documents = new PersistedDocuments(readManifest(), isRestricted);
  const answers = new Answers(mostBytes, changes, observer);
  const visitors = new Visitors();
  const note = journal(log);
  const toldFrom = toldFromOf(subgraphs);
  return {
    get state() {
      return answers.state;
    },
    before(app, counter) {
      const { server } = app;
      const longWay = server.listeners("request") as RequestListener[];
      let shortWay: ReturnType<typeof frontOf> | null = null;
      app.addHook("onReady", async () => {
        shortWay = frontOf({ answers, visitors, credit: new Credit(counter()), observer, note });
      });
      server.removeAllListeners("request");
      server.on("request", (request: IncomingMessage, response: ServerResponse) => {
        if (app.drain.isDraining || !shortWay?.(request, response))
          for (const listener of longWay) listener.call(server, request, response as never);
        else if (!response.writableFinished) app.drain.follow(request, response);
      });
    },
    persisted: (door, onRefusal) => persistedDoor(door, documents, onRefusal),
    into: (door, schema) => cacheDoor(door, { answers, changes, toldFrom, schema, visitors, observer, note }),
    pages: pageDoor({ answers, changes, visitors, observer, note }),
    clear: () => answers.clear(),
  };
}
