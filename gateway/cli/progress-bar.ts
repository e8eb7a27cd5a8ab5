const ignore = (): void => undefined;

/** Runs a work that says how much of its total is done: a bar on a terminal, nothing in a log or a pipe. */
export async function withProgress<Result>(
  format: string,
  total: number,
  work: (onProgress: (done: number) => void, setTotal: (total: number) => void) => Promise<Result>,
): Promise<Result> {
  if (!process.stderr.isTTY) return work(ignore, ignore);
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, fps: 10 });
  bar.start(total, 0);
  try {
    return await work(
      (done) => bar.update(done),
      (more) => bar.setTotal(more),
    );
  } finally {
    bar.stop();
  }
}
