const duties = new Set<() => unknown>();

/** Has something put away also when the run is broken off by a signal; gives the way to forget it again. */
export function beforeAnEarlyEnd(duty: () => unknown): () => void {
  duties.add(duty);
  return () => void duties.delete(duty);
}

async function putAway(): Promise<void> {
  for (const duty of [...duties].reverse()) await duty();
  process.exit(1);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void putAway());
