import { LRUCache } from "lru-cache";
import type { Adapter, AdapterFactory, AdapterPayload, errors } from "oidc-provider";
import { machineClient } from "./clients.js";
import type { UsedAssertions } from "./used-assertions.js";

// A stranger may begin logins without end; the oldest are forgotten first.
const mostEntries = 10_000;

export interface AdapterOptions {
  readonly usedAssertions: UsedAssertions;
  readonly clientKeys: Parameters<typeof machineClient>[1];
  readonly errors: typeof errors;
}

/**
 * Where the issuer keeps logins, codes and refresh tokens: in memory, so a restart ends them. Registered clients
 * come from the accounts, marks of assertions go to disk.
 */
export function issuerStore({ usedAssertions, clientKeys, errors }: AdapterOptions): AdapterFactory {
  const entries = new LRUCache<string, AdapterPayload>({ max: mostEntries });
  return (model) => {
    const keyOf = (id: string): string => `${model}:${id}`;
    const revokeByGrantId = async (grantId: string): Promise<void> => {
      for (const [key, payload] of entries.entries()) if (payload.grantId === grantId) entries.delete(key);
    };
    const inMemory: Adapter = {
      async upsert(id, payload, expiresIn) {
        entries.set(keyOf(id), payload, expiresIn ? { ttl: expiresIn * 1000 } : {});
      },
      find: async (id) => entries.get(keyOf(id)),
      findByUid: async (uid) =>
        [...entries.entries()].find(
          ([key, payload]) => key.startsWith(`${model}:`) && payload.uid === uid,
        )?.[1],
      findByUserCode: async () => undefined,
      // Two requests with one code may both have read it unused: the second finds it used here and ends the grant.
      async consume(id) {
        const payload = entries.get(keyOf(id));
        if (payload && payload.consumed === undefined) {
          payload.consumed = Math.floor(Date.now() / 1000);
          return;
        }
        if (payload?.grantId) {
          await revokeByGrantId(payload.grantId);
          entries.delete(`Grant:${payload.grantId}`);
        }
        throw new errors.InvalidGrant("used twice at once");
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      revokeByGrantId,
    };
    if (model === "Client") return { ...inMemory, find: async (id) => machineClient(id, clientKeys) };
    if (model !== "ReplayDetection") return inMemory;
    return {
      ...inMemory,
      find: async () => undefined,
      async upsert(id) {
        if (!(await usedAssertions.mark(id))) throw new errors.InvalidClientAuth("assertion used before");
      },
    };
  };
}
