import { readFile, writeFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { type Program, runProgram } from "../../../test/harness/program.js";
import { fullAnswers } from "../../../subgraphs/quality-indicators/submission/testing/a-push.js";

/** Starts one command as a user does who never logged in, unless the environment says otherwise. */
export const startCarrefour = (words: readonly string[], environment: Record<string, string> = {}): Program =>
  runProgram(["dist/gateway/cli/program.js", ...words], { XDG_CONFIG_HOME: "/nonexistent", ...environment });

/** Runs one command to its end, as a user runs it; gives its exit code and everything it printed. */
export async function carrefour(words: readonly string[], environment: Record<string, string> = {}) {
  const program = startCarrefour(words, environment);
  const code = await program.ended();
  return { code, output: program.output() };
}

/** Fills a template with complete answers, a row a choice; a test changes some of them. */
export async function fillTemplate(template: string, path: string, changes = {}): Promise<string> {
  const csv: string[][] = parse(await readFile(template), { bom: true });
  const answers = fullAnswers(changes);
  const [header, ...prefilled] = csv;
  // Last year's values may stand on several rows.
  const rows = [...new Map(prefilled.map((row) => [row[3], row])).values()];
  const filled = rows.flatMap(([campaign, establishment, office, question]) => {
    const given = answers.filter((answer) => answer.question === question);
    const values = given.flatMap(({ choices, number, text, missing, comment }) =>
      (choices ?? [number ?? text ?? ""]).map((value) => [String(value), missing ?? "", comment ?? ""]),
    );
    return (values.length > 0 ? values : [["", "", ""]]).map((cells) => [
      campaign,
      establishment,
      office,
      question,
      ...cells,
    ]);
  });
  await writeFile(path, stringify([header, ...filled], { delimiter: ";", bom: true }));
  return path;
}
