import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly scripts: { readonly start: string };
};

/**
 * The options that `npm start` gives Node; the Dockerfile and docker-compose.yml give the same. Without the second V8,
 * which has seen every part of the schemas' documents live, takes those of each later document to the old generation, too:
 * refusing an attack's documents then costs twice as much, and the pauses are felt by all. The first and the third hold
 * what is not collected yet to some dozens of megabytes: nearly nothing outlives its request.
 */
export const hubFlags = scripts.start.split(" ").filter((word) => word.startsWith("--"));
