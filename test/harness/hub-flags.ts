import { readFileSync } from "node:fs";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly scripts: { readonly start: string };
};

/**
 * The options that `npm start` gives Node; the Dockerfile and docker-compose.yml give the same.
 *
 *   --min-semi-space-size=16           after some seconds without a question V8 gives the room for young objects back, down
 *                                      to 1 MB. What the next questions hold then outlives it: the first hundred cost three
 *                                      times as much, and a collection of everything
 *   --no-allocation-site-pretenuring   V8, which has seen every part of the schemas' documents live, else takes those of each
 *                                      later document to the old generation: refusing an attack's documents costs twice as
 *                                      much, and the pauses are felt by all
 *   --heap-growing-percent=50          what is not collected yet is held to some dozens of megabytes: nearly nothing
 *                                      outlives its request
 */
export const hubFlags = scripts.start.split(" ").filter((word) => word.startsWith("--"));
