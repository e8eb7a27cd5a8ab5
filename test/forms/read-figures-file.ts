import { sourceOfBytes } from "../../gateway/figures-file/figure-source.js";
import { type FormFile, withForm } from "../../gateway/figures-file/known-form.js";
import type { Problem } from "../../gateway/figures-file/problem.js";
import { FigureReader, type OfficeFigures } from "../../gateway/figures-file/read-figures.js";
import { openFigureFile } from "../../gateway/figures-file/read-file.js";
import { readReference } from "../../gateway/figures-file/reference.js";

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
