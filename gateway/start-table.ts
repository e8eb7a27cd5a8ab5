import Table from "cli-table3";
import type { Config } from "./config.js";

const texts = {
  fr: {
    steps: { database: "Base de données", subgraphs: "Schémas, droits et données", gateway: "Passerelle" },
    ready: "Carrefour est prêt.",
    rows: [
      ["Accueil", "/"],
      ["Explorateur GraphQL", "/explorer"],
      ["Porte publique", "/graphql"],
      ["Porte authentifiée", "/graphql/authenticated"],
      ["Santé", "/health/ready"],
    ],
    metrics: "Mesures (privé)",
    journal: "Journal",
    token: "Jeton d'essai",
    synthetic:
      "Données de démonstration : tout ce qui porte « SYNTHETIC » est synthétique ; les chiffres publiés sont réels.",
    stop: "Ctrl-C pour arrêter.",
    stopping: "Arrêt en cours…",
    stopped: "Arrêté.",
  },
  en: {
    steps: { database: "Database", subgraphs: "Schemas, rights and data", gateway: "Gateway" },
    ready: "Carrefour is ready.",
    rows: [
      ["Home", "/en"],
      ["GraphQL explorer", "/explorer"],
      ["Public door", "/graphql"],
      ["Authenticated door", "/graphql/authenticated"],
      ["Health", "/health/ready"],
    ],
    metrics: "Metrics (private)",
    journal: "Journal",
    token: "Trial token",
    synthetic: "Demonstration data: whatever says “SYNTHETIC” is synthetic; the published figures are real.",
    stop: "Ctrl-C to stop.",
    stopping: "Stopping…",
    stopped: "Stopped.",
  },
} as const;

/** What the hub says on the terminal, in the language of LANG. */
export const terminalTexts = (language: Config["language"]): (typeof texts)["fr" | "en"] => texts[language];

/** The short table of addresses that a start ends with. */
export function startTable(
  config: Config,
  options: {
    readonly address: string;
    /** The private port's address; null without one. */
    readonly watchedAt: string | null;
    readonly journal: string | null;
    readonly isDemonstration: boolean;
    readonly hasTokens: boolean;
  },
): string {
  const told = terminalTexts(config.language);
  const table = new Table({ style: { head: [], border: [] } });
  for (const [name, path] of told.rows) table.push([name, `${options.address}${path}`]);
  if (options.hasTokens)
    table.push([told.token, "npx carrefour token --as establishment:ciusss-estrie-chus"]);
  if (options.watchedAt) table.push([told.metrics, `${options.watchedAt}/metrics`]);
  if (options.journal) table.push([told.journal, options.journal]);
  return [
    told.ready,
    table.toString(),
    ...(options.isDemonstration ? [told.synthetic] : []),
    told.stop,
    "",
  ].join("\n");
}
