import { everyRun } from "../../vitest.config.mjs";

// The federation suite as it is, asked of a hub that runs elsewhere: no PostgreSQL and no templates of its own.
export default {
  ...everyRun,
  test: {
    ...everyRun.test,
    include: ["dist/test/federation/*.test.js"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
};
