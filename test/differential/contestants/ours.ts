import { createExecutor } from "../../../gateway/supergraph/executor/index.js";
import type { Transport } from "../../../gateway/supergraph/transport/transport.js";
import type { Federation } from "../federation/federation.js";
import type { SubgraphDesk } from "../federation/subgraph-desk.js";
import type { World } from "../world/world.js";
import { type Contestant, plain, type PlainAnswer } from "./contestant.js";

/** This hub's executor, over transports that reach the subgraphs in this process: its objects, and the text it writes. */
export function ourExecutor({ supergraphSdl }: Federation, desk: SubgraphDesk): Contestant[] {
  const transportOf = (name: string): Transport<World> => ({
    async send({ query, variables, operationName }, world) {
      return (await desk.answer(name, { query, variables, operationName }, world)) as never;
    },
    close: async () => undefined,
  });
  const executor = createExecutor<World>(supergraphSdl, { transportOf });
  return [
    {
      name: "the hub's executor",
      async ask({ query, variables, operationName }, world) {
        world.begin();
        return plain(await executor.execute({ query, variables, operationName }, world));
      },
      close: () => executor.close(),
    },
    {
      name: "the hub's executor, as text",
      async ask(question, world) {
        world.begin();
        const answer = await executor.write(question, world);
        return "dataBytes" in answer
          ? (JSON.parse(`{"data":${answer.dataBytes.toString()}}`) as PlainAnswer)
          : plain(answer);
      },
      close: async () => undefined,
    },
  ];
}
