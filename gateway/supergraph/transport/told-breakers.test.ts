import { expect, it } from "vitest";
import pino from "pino";
import { toldBreakers } from "./told-breakers.js";

it("tells the log when a subgraph is left alone and when it answers again, and goes on measuring it", () => {
  const lines: string[] = [];
  const measured: string[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(line) });
  const { onBreaker } = toldBreakers({ onBreaker: (_, state) => void measured.push(state) }, log);
  onBreaker!("partners", "open");
  onBreaker!("partners", "closed");
  expect(measured).toEqual(["open", "closed"]);
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: 40, subgraph: "partners", breaker: "open", msg: expect.stringContaining("left alone") },
    { level: 30, subgraph: "partners", breaker: "closed", msg: expect.stringContaining("answers again") },
  ]);
});
