import { parentPort, workerData } from "node:worker_threads";

/** What a thread is started for. */
export interface ApartTask {
  /** Address of a compiled module. */
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
}

/** What a thread says: how far it is, then its output or why there is none. */
export type ApartMessage =
  | { readonly progress: unknown }
  | { readonly output: unknown }
  | { readonly failure: { readonly message: string } };

const say = (message: ApartMessage): void => parentPort?.postMessage(message);

/** An error as plain data: a copy alone would lose its class, its name and what it carries. */
function failureOf(error: unknown): { message: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const carried = Object.entries(error).filter(([, value]) => typeof value !== "function");
  return { ...Object.fromEntries(carried), name, message, stack } as { message: string };
}

try {
  const { module, name, input } = workerData as ApartTask;
  const functions = (await import(module)) as Record<string, unknown>;
  const work = functions[name];
  if (typeof work !== "function") throw new TypeError(`${module} exports no function ${name}`);
  say({ output: await work(input, (progress: unknown) => say({ progress })) });
} catch (error) {
  say({ failure: failureOf(error) });
}
