import { z } from "zod";

/** What an operator may say of watching over the hub's operations and of its supergraphs. */
export const watchVariables = {
  SLOW_OPERATION_MS: z.coerce.number().int().min(0).default(1_000).describe("1000").meta({
    what: "Dès combien de millisecondes une opération est écrite au journal comme lente, avec ses temps ; 0 : jamais. · From how many milliseconds on an operation is written to the log as slow, with its times; 0: never.",
  }),
  SUPERGRAPH_DIR: z.string().min(1).optional().describe("/etc/carrefour/schema").meta({
    what: "Dossier des deux supergraphes ; un fichier qui y change est repris sans arrêt. Absent, ceux de cette version. · Folder of the two supergraphs; a file that changes there is taken over without a stop. Absent, those of this version.",
  }),
};

export interface WatchSettings {
  /** Null: none is told apart. */
  readonly slowMs: number | null;
  /** Null: the committed supergraphs. */
  readonly supergraphFolder: string | null;
}

/** Reads these settings from the environment that was read. */
export const watchSettingsOf = (read: z.infer<z.ZodObject<typeof watchVariables>>): WatchSettings => ({
  slowMs: read.SLOW_OPERATION_MS === 0 ? null : read.SLOW_OPERATION_MS,
  supergraphFolder: read.SUPERGRAPH_DIR ?? null,
});
