import type { ServerResponse } from "node:http";
import { NoAnswer } from "./no-answer.js";
import { Wait } from "./wait.js";

/** The wait of whoever asked: over when their connection ends before the answer, unless others wait for it too. */
export function askersWait(response: ServerResponse, isShared: () => boolean): Wait {
  const wait = new Wait();
  response.once("close", () => {
    if (!response.writableFinished && !isShared())
      wait.end(new NoAnswer("asker-left", "whoever asked has gone"));
    wait.forget();
  });
  return wait;
}
