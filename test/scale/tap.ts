let told = 0;
let failed = 0;

/** Says of one thing whether it holds; each breach is told below it. */
export function say(what: string, breaches: readonly string[] = []): void {
  told += 1;
  if (breaches.length > 0) failed += 1;
  process.stdout.write(`${breaches.length === 0 ? "ok" : "not ok"} ${told} - ${what}\n`);
  for (const breach of breaches.slice(0, shown))
    process.stdout.write(`  ${breach.split("\n").slice(0, 30).join("\n  ")}\n`);
}

/** Says something beside. */
export const note = (what: string): void => void process.stdout.write(`# ${what}\n`);

/** The plan that TAP ends with; true when everything held. */
export function finish(): boolean {
  process.stdout.write(`1..${told}\n`);
  return failed === 0;
}

const shown = 12;
