import { sourceOfBytes } from "../../gateway/cli/reading/figure-source.js";
import { type FormFile, withForm } from "../../gateway/cli/reading/form-file.js";
import type { Problem } from "../../gateway/cli/reading/problem.js";
import { FigureReader, type OfficeFigures } from "../../gateway/cli/reading/read-figures.js";
import { openFigureFile } from "../../gateway/cli/reading/read-file.js";
import { readReference } from "../../gateway/cli/reading/reference.js";

const shipped = readReference();

/** What the command line reads of a file, for a campaign whose form it was given as data. */
export async function readFiguresFile(
  text: string,
  form: FormFile,
): Promise<{ readonly offices: readonly OfficeFigures[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const tell = (problem: Problem): unknown => problems.push(problem);
  const file = await openFigureFile(sourceOfBytes(Buffer.from(text)), tell);
  const reader = new FigureReader(withForm(shipped, form));
  const offices: OfficeFigures[] = [];
  for (let part = 0; part < file.parts; part += 1) offices.push(...file.officesOf(part, reader, tell));
  file.close();
  return { offices, problems };
}
