const signals = ["SIGINT", "SIGTERM"] as const;

/** Tidies up before Ctrl-C ends the program; gives what takes this back. The program still ends by the signal. */
export function beforeInterruption(tidyUp: () => void): () => void {
  const handlers = signals.map((signal) => {
    const handler = (): void => {
      tidyUp();
      takeBack();
      process.kill(process.pid, signal);
    };
    process.once(signal, handler);
    return { signal, handler };
  });
  const takeBack = (): void => handlers.forEach(({ signal, handler }) => process.off(signal, handler));
  return takeBack;
}
