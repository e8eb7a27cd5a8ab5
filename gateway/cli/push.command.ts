import { SingleBar } from "cli-progress";
import { type Command, InvalidArgumentError, Option } from "commander";
import { readTerminalConfig } from "../config.js";
import { checkFile } from "./checked-file.js";
import { exitCodes } from "./exit-code.js";
import { type Access, openHub } from "./hub-address.js";
import { inLanguage, type TerminalLanguage, withLanguage } from "./language.js";
import { problemTable } from "./problem-table.js";
import { isTaken, pushAnswer } from "./push-answer.js";
import { type PushOptions, pushFigures } from "./push-figures.js";
import { withAccess } from "./with-access.js";

interface Options extends Access {
  readonly dryRun?: true;
  readonly draft?: true;
  readonly key?: string;
  readonly baseRevision?: number;
  readonly reason?: string;
  readonly notice?: string;
  readonly lang?: TerminalLanguage;
}

/** `carrefour push`: sends a file to the hub, one push an office. */
export const addPushCommand = (program: Command): Command =>
  withAccess(withLanguage(program.command("push")))
    .argument("<fichier>", "CSV ou XLSX · CSV or XLSX")
    .description("envoie un fichier au carrefour · pushes a file to the hub")
    .option("--dry-run", "essaie tout, n'écrit rien · tries everything, writes nothing")
    .addOption(
      new Option("--draft", "garde en brouillon, même incomplet · keeps a draft, even incomplete").conflicts(
        "dryRun",
      ),
    )
    .option("--key <clé>", "clé d'envoi ; sinon l'empreinte du contenu · key; else the hash of the content")
    .option(
      "--base-revision <n>",
      "révision d'où vous partez, rien au premier envoi · revision that you started from, none at first",
      wholeNumber,
    )
    .option("--reason <texte>", "raison d'une correction · reason of a correction")
    .option("--notice <version>", "version de l'avis accepté · version of the accepted notice")
    .action(push);

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("1, 2, 3…");
  return Number(text);
}

const modeOf = ({ dryRun, draft }: Options): PushOptions["mode"] =>
  dryRun ? "DRY_RUN" : draft ? "DRAFT" : "SUBMIT";

async function push(file: string, options: Options): Promise<void> {
  const config = readTerminalConfig();
  const language = options.lang ?? config.language;
  const sent: PushOptions = {
    mode: modeOf(options),
    key: options.key ?? null,
    baseRevision: options.baseRevision ?? null,
    reason: options.reason ?? null,
    noticeVersion: options.notice ?? null,
  };
  const checked = await checkFile(file, sent);
  if (!checked.isAcceptable) {
    console.log(problemTable(checked.problems, language));
    const refused = {
      fr: "Rien n'a été envoyé : corrigez ces points d'abord.",
      en: "Nothing was sent: mend these points first.",
    };
    console.log(inLanguage(refused, language));
    process.exitCode = exitCodes.refused;
    return;
  }
  const hub = await openHub(options, config);
  const bar = progressBar(checked.offices.length);
  const answers: string[] = [];
  try {
    const results = await pushFigures(hub, checked.offices, sent, (answered) => {
      bar?.increment();
      answers.push(pushAnswer(answered, sent.mode, language));
    });
    if (!results.every(({ result }) => isTaken(result.status))) process.exitCode = exitCodes.refused;
  } finally {
    // What was answered before a failure is told too: those pushes count.
    bar?.stop();
    if (answers.length > 0) console.log(answers.join("\n\n"));
  }
}

/** A bar on a terminal only: a log or a pipe gets none. */
function progressBar(total: number): SingleBar | null {
  if (!process.stderr.isTTY) return null;
  const bar = new SingleBar({
    format: "{bar} {value}/{total}",
    stream: process.stderr,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return bar;
}
