import { readFileSync } from "node:fs";

/** The examples of the README that talk to a hub, as printed: the shell blocks that hold a curl. */
export const readmeExamples = (): string[] =>
  [...readFileSync("README.md", "utf8").matchAll(/```sh\n([\s\S]*?)```/g)]
    .map(([, block]) => block ?? "")
    .filter((block) => block.includes("/graphql"));
