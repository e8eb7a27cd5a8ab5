import { longestStateMs, missingPart, type OpenSubgraph, readyPart } from "../../subgraphs/index.js";
import type { Readiness } from "./health.js";

/** How a subgraph of this process is: as its database is. */
export const readinessHere =
  (subgraph: Pick<OpenSubgraph, "databaseState" | "isDemonstration">): Readiness =>
  async () => {
    const database = await subgraph.databaseState();
    const reason = database.isReady ? null : `database: ${database.reason}`;
    const { isDemonstration } = subgraph;
    return { isReady: database.isReady, reason, database, isDemonstration };
  };

/** How a subgraph over HTTP is, as it says itself. */
export const readinessOverHttp =
  (url: string): Readiness =>
  async () => {
    try {
      const response = await fetch(new URL("/health/ready", url), {
        signal: AbortSignal.timeout(longestStateMs),
      });
      const told = (await response.json()) as Told;
      const isDemonstration = told.isDemonstration === true;
      if (response.ok) return { ...readyPart, database: readyPart, isDemonstration };
      const isDatabase = told.database === "unavailable";
      return {
        ...missingPart(isDatabase ? "database" : (told.status ?? String(response.status))),
        database: isDatabase ? missingPart("see the health of the subgraph") : null,
        isDemonstration,
      };
    } catch (error) {
      const { name, cause } = error as Error & { cause?: { code?: string } };
      return { ...missingPart(cause?.code ?? name), database: null, isDemonstration: false };
    }
  };

interface Told {
  readonly status?: string;
  readonly database?: string;
  readonly isDemonstration?: boolean;
}
