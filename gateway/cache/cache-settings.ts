import { z } from "zod";

/** What an operator may say of the cache of public answers. */
export const cacheVariables = {
  ANSWER_CACHE_MEGABYTES: z.coerce.number().int().min(0).max(16_384).default(48).describe("48").meta({
    what: "Mémoire des réponses publiques gardées, par processus ; 0 n'en garde aucune. · Memory for public answers that are kept, a process; 0 keeps none.",
  }),
  PUBLIC_OPERATIONS: z.enum(["any", "manifest"]).default("any").describe("any").meta({
    what: "Ce que la porte publique exécute : toute question, ou les seules opérations du manifeste du portail. · What the public door runs: any question, or only the operations of the portal's manifest.",
  }),
};

/** The settings of the cache, read. */
export interface CacheSettings {
  readonly mostBytes: number;
  /** Only what the manifest names is run at the public door. */
  readonly isRestricted: boolean;
}

/** Reads the settings of the cache from the environment that was read. */
export const cacheSettingsOf = (read: z.infer<z.ZodObject<typeof cacheVariables>>): CacheSettings => ({
  mostBytes: read.ANSWER_CACHE_MEGABYTES * 1_000_000,
  isRestricted: read.PUBLIC_OPERATIONS === "manifest",
});
