/** Something to mend before access can be asked for, granted or changed, at its place in the request. */
export interface AccessIssueFound {
  /** What is wrong, for a program. */
  readonly code: string;
  /** Where, in the arguments: input.variables[2]. */
  readonly path: string;
  readonly messages: { readonly fr: string; readonly en: string };
  readonly observed: string | null;
  readonly expected: string | null;
}

interface Words {
  readonly fr: string;
  readonly en: string;
  readonly observed?: string | number | null;
  readonly expected?: string | number | null;
}

const spoken = (value: string | number | null | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

/** An issue, in the words of both languages. */
export const accessIssue = (
  code: string,
  path: string,
  { fr, en, observed, expected }: Words,
): AccessIssueFound => ({
  code,
  path,
  messages: { fr, en },
  observed: spoken(observed),
  expected: spoken(expected),
});

/** Thrown to take a whole transaction back; the caller is told its issues as data. */
export class AccessRefused extends Error {
  constructor(readonly issues: readonly AccessIssueFound[]) {
    super(issues.map(({ code, path }) => `${path}: ${code}`).join(", "));
  }
}

/** What the work gives, or what it was refused for. */
export const orIssues = <Result>(
  work: Promise<Result>,
): Promise<Result | { readonly issues: readonly AccessIssueFound[] }> =>
  work.catch((error: unknown) => {
    if (error instanceof AccessRefused) return { issues: error.issues };
    throw error;
  });

/** The issue of somebody having been quicker. */
export const staleVersion = (path: string, given: number, current: number): AccessIssueFound =>
  accessIssue("STALE_VERSION", path, {
    fr: `La version ${given} n'est plus la courante (${current}) : quelqu'un a agi entre-temps. Relisez, puis décidez.`,
    en: `Version ${given} is no longer the current one (${current}): somebody acted meanwhile. Read again, then decide.`,
    observed: given,
    expected: current,
  });
