import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry, type Registry } from "prom-client";
import { z } from "zod";
import { processMetrics, type WatchedProcess } from "../../subgraphs/index.js";
import type { Hub } from "../hub.js";

// Who does not answer within this is left out: one that hangs must not hide the others.
const longestAnswerMs = 3_000;

const question = z.object({ kind: z.literal("howAreYou"), id: z.number() });
const answer = z.object({
  kind: z.literal("thisIsHow"),
  id: z.number(),
  measured: z.array(z.looseObject({})),
  isReady: z.boolean(),
  told: z.looseObject({}),
});
type HowItIs = z.infer<typeof answer>;

/** In a worker: answers the primary, once the hub listens. */
export function tellHowItIs(hub: () => Promise<Hub> | null): void {
  process.on("message", (said: unknown) => {
    const asked = question.safeParse(said);
    if (!asked.success) return;
    void hub()?.then(async ({ watched }) => {
      const [measured, health] = await Promise.all([watched.measured(), watched.health()]);
      process.send?.(
        { kind: "thisIsHow", id: asked.data.id, measured, ...health },
        undefined,
        {},
        () => undefined,
      );
    });
  });
}

/** In the primary: what all workers measure, summed or by its least or greatest, and whether all of them are ready. */
export function workersTogether(): WatchedProcess {
  const ofPrimary = processMetrics();
  let lastId = 0;
  const waiting = new Map<number, Set<(how: HowItIs) => void>>();
  cluster.on("message", (_: Worker, said: unknown) => {
    const heard = answer.safeParse(said);
    if (heard.success) waiting.get(heard.data.id)?.forEach((hear) => hear(heard.data));
  });

  function askAll(): Promise<{ readonly asked: number; readonly answers: HowItIs[] }> {
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected());
    const id = (lastId += 1);
    const answers: HowItIs[] = [];
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve({ asked: workers.length, answers });
      };
      const timer = setTimeout(end, longestAnswerMs);
      const hear = (how: HowItIs): void => {
        answers.push(how);
        if (answers.length === workers.length) end();
      };
      waiting.set(id, new Set([hear]));
      for (const worker of workers) worker?.send({ kind: "howAreYou", id }, () => undefined);
      if (workers.length === 0) end();
    });
  }

  const measured = async (): Promise<object[]> => {
    const { answers } = await askAll();
    const together = AggregatorRegistry.aggregate([
      await ofPrimary.getMetricsAsJSON(),
      ...answers.map((how) => how.measured),
    ]);
    return together.getMetricsAsJSON();
  };
  return {
    measured,
    metrics: async () => textOf(await measured()),
    async health() {
      const { asked, answers } = await askAll();
      const unready = answers.find(({ isReady }) => !isReady);
      const isReady = asked > 0 && answers.length === asked && !unready;
      const told = (unready ?? answers[0])?.told ?? { status: "degraded" };
      return { isReady, told: { ...told, workers: { asked, answered: answers.length } } };
    },
  };
}

const textOf = (measured: readonly object[]): Promise<string> =>
  (AggregatorRegistry.aggregate([[...measured]]) as Registry).metrics();
