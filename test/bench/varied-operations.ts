import { libraryFederation } from "../differential/federation/federations.js";
import { SubgraphDesk } from "../differential/federation/subgraph-desk.js";
import { fairWeather } from "../differential/world/weather.js";
import { World } from "../differential/world/world.js";
import { createExecutor } from "../../gateway/supergraph/executor/index.js";

/** Heap after a collection, in megabytes, and what the executor keeps compiled, after so many operations. */
export interface HeapAt {
  readonly operations: number;
  readonly megabytes: number;
  readonly compiled: number;
}

const measuredAt = [20_000, 100_000, 200_000];
// One document of twenty was never asked before; the others were asked lately.
const newEach = 20;
const lately = 600;

const shapes = [
  (n: number) => `query Q${n}($first: Int) { works(first: $first) { a${n}: id ... on Book { isbn pages } } }`,
  (n: number) => `query Q${n}($first: Int) { people(first: $first) { a${n}: name born children { id } } }`,
  (n: number) => `query Q${n}($on: Boolean = true) { claims { id a${n}: amount paid @include(if: $on) } }`,
  (n: number) => `query Q${n} { opinions { stars a${n}: words by { id trust } } shelf { rank width } }`,
  (n: number) => `mutation Q${n}($first: Int) { a${n}: countCopies stamp { ... on Stamp { ink } } }`,
];

/** Asks the executor 200,000 operations, many of them new; run with --expose-gc, one line of JSON each measure. */
async function main(): Promise<void> {
  const federation = await libraryFederation(process.cwd());
  const desk = new SubgraphDesk(federation);
  const executor = createExecutor<World>(federation.supergraphSdl, {
    transportOf: (name) => ({
      send: async ({ query, variables, operationName }, world) =>
        (await desk.answer(name, { query, variables, operationName }, world)) as never,
      close: async () => undefined,
    }),
  });
  const known: string[] = [];
  for (let asked = 1; asked <= measuredAt.at(-1)!; asked += 1) {
    const isNew = asked % newEach === 0 || known.length < shapes.length;
    if (isNew) known.push(shapes[known.length % shapes.length]!(known.length));
    const query = isNew ? known.at(-1)! : known.at(-1 - ((asked * 7_919) % Math.min(lately, known.length)))!;
    const world = new World(federation, { ...fairWeather(asked), nullPercent: 5, errorPercent: 2 });
    await executor.execute({ query, variables: { first: asked % 7 } }, world);
    desk.takeBadFetches();
    if (measuredAt.includes(asked)) tell(asked, executor.kept.operations);
  }
  await executor.close();
}

function tell(operations: number, compiled: number): void {
  const { gc } = globalThis;
  if (!gc) throw new Error("run with --expose-gc");
  for (let times = 0; times < 3; times += 1) gc();
  const megabytes = process.memoryUsage().heapUsed / 1_048_576;
  process.stdout.write(`${JSON.stringify({ operations, megabytes, compiled } satisfies HeapAt)}\n`);
}

await main();
