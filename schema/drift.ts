/** One problem for each generated file that differs from the committed one. */
export async function driftProblems(
  composed: ReadonlyMap<string, string>,
  committed: (path: string) => Promise<string | null>,
): Promise<string[]> {
  const problems = await Promise.all(
    [...composed].map(async ([path, text]) =>
      (await committed(path)) === text
        ? []
        : [
            `schema/${path}: diffère du code ; lancez npm run schema:build · differs from the code; run npm run schema:build`,
          ],
    ),
  );
  return problems.flat();
}
