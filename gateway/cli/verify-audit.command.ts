import type { Command } from "commander";
import type { AuditFinding, AuditVerification } from "../../subgraphs/operator.js";
import { readOperatorConfig } from "../config.js";
import { exitCodes } from "./exit-code.js";
import { inLanguage, type TerminalLanguage, withLanguage } from "./language.js";

interface Options {
  readonly receipt: readonly string[];
  readonly heads: readonly string[];
  readonly key: readonly string[];
  readonly json?: true;
  readonly lang?: TerminalLanguage;
}

const oneMore = (path: string, before: readonly string[]): string[] => [...before, path];

/** `carrefour verify-audit`: the operator's check that nothing of the audit was changed, taken out or made up. */
export const addVerifyAuditCommand = (program: Command): Command =>
  withLanguage(program.command("verify-audit"))
    .description(
      "vérifie le journal de la base (DATABASE_URL, ou HUB_DATA_DIR) · verifies the audit of the database",
    )
    .option(
      "--receipt <fichier>",
      "reçus gardés : celui de « carrefour push », ou un par ligne ; répétable · receipts kept; repeatable",
      oneMore,
      [],
    )
    .option(
      "--heads <fichier>",
      "têtes gardées de /data/audit/heads.json ; répétable · heads kept from there; repeatable",
      oneMore,
      [],
    )
    .option(
      "--key <fichier>",
      "clé publique d'avant (JWK), si la clé a changé ; répétable · former public key; repeatable",
      oneMore,
      [],
    )
    .option("--json", "en JSON · as JSON")
    .action(async (options: Options) => {
      const config = readOperatorConfig();
      const language = options.lang ?? config.language;
      // Loaded here: the other commands start without a database's driver.
      const { verifyAuditOf } = await import("./verify-audit.js");
      const files = { receipts: options.receipt, heads: options.heads, keys: options.key };
      const findings: AuditFinding[] = [];
      const verified = await verifyAuditOf(config, files, (finding) => {
        if (options.json) findings.push(finding);
        else console.log(inLanguage(told(finding), language));
      });
      const isSound = verified.findings === 0;
      if (options.json) console.log(JSON.stringify({ ...verified, verified: isSound, findings }, null, 2));
      else console.log(inLanguage(summary(verified), language));
      process.exitCode = isSound ? exitCodes.done : exitCodes.refused;
    });

/** A finding in one line: its place, its code, its words. */
function told({ code, chain, sequence, messages }: AuditFinding): { fr: string; en: string } {
  const place = chain === null ? "" : sequence === null ? `${chain} · ` : `${chain}/${sequence} · `;
  return { fr: `${place}${code} · ${messages.fr}`, en: `${place}${code} · ${messages.en}` };
}

function summary(verified: AuditVerification): { fr: string; en: string } {
  const { chains, entries, submissions, revisions, comments, reminders, seals, receipts, findings } =
    verified;
  const what = {
    fr: `${chains} chaînes, ${entries} entrées, ${submissions} envois, ${revisions} révisions, ${comments} commentaires, ${reminders} rappels, ${seals} sceaux, ${receipts} reçus`,
    en: `${chains} chains, ${entries} entries, ${submissions} submissions, ${revisions} revisions, ${comments} comments, ${reminders} reminders, ${seals} seals, ${receipts} receipts`,
  };
  return findings === 0
    ? { fr: `Journal vérifié : ${what.fr}.`, en: `Audit verified: ${what.en}.` }
    : {
        fr: `Journal fautif (${findings}) : ${what.fr}.`,
        en: `Audit at fault (${findings}): ${what.en}.`,
      };
}
