import { stringify } from "csv-stringify/sync";
import type { FastifyInstance } from "fastify";
import { letIn, type LettingIn } from "../../identity/let-in.js";
import { inert } from "../inert-cell.js";
import { askRegister, type RegisterLine, RegisterRefused } from "./ask-register.js";

const columns: Readonly<Record<string, (line: RegisterLine) => string | null>> = {
  register: ({ register }) => register,
  act: ({ act }) => act,
  at: ({ at }) => at,
  by: ({ by }) => by,
  product: ({ product }) => product,
  replaces: ({ replaces }) => replaces,
  purpose_fr: ({ purpose }) => purpose?.fr ?? null,
  purpose_en: ({ purpose }) => purpose?.en ?? null,
  method: ({ method }) => method,
  variables: ({ variables }) => variables.join("|"),
  parameters: ({ parameters }) => parameters && JSON.stringify(parameters),
  measured: ({ measured }) => measured && JSON.stringify(measured),
  reassess_on: ({ reassessOn }) => reassessOn,
};

const csvOf = (lines: readonly RegisterLine[]): string =>
  stringify(
    [Object.keys(columns), ...lines.map((line) => Object.values(columns).map((of) => inert(of(line))))],
    { bom: true, record_delimiter: "windows" },
  );

const files = [
  { path: "/data/register.csv", type: "text/csv; charset=utf-8", write: csvOf },
  {
    path: "/data/register.json",
    type: "application/json; charset=utf-8",
    write: (lines: readonly RegisterLine[]) => JSON.stringify(lines, null, 1),
  },
];

/**
 * GET /data/register.csv and .json, for a steward: what was anonymised or protected, how, with which measured risk, and
 * when it is assessed again (A-2.1, r. 0.1; D. 783-2024: the register that the regulation asks for).
 */
export async function registerFileRoutes(
  app: FastifyInstance,
  options: Omit<LettingIn, "door">,
): Promise<void> {
  await app.register(async (scope) => {
    letIn(scope, { ...options, door: "register" });
    for (const { path, type, write } of files)
      scope.get(path, async ({ caller }, reply) => {
        const authorization = (caller?.kind === "known" ? caller.authorization : null) ?? "";
        try {
          const lines = await askRegister(app, authorization);
          return reply
            .header("content-type", type)
            .header("cache-control", "private, no-store")
            .header("content-disposition", `attachment; filename="carrefour-${path.slice("/data/".length)}"`)
            .send(write(lines));
        } catch (error) {
          if (!(error instanceof RegisterRefused)) throw error;
          return reply.code(error.status).send({ errors: error.errors });
        }
      });
  });
}
