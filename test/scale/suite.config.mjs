import base from "../../jest.config.mjs";

// The federation suite as it is, asked of a hub that runs elsewhere: no PostgreSQL and no templates of its own.
const { globalSetup: _setup, globalTeardown: _teardown, ...rest } = base;
export default {
  ...rest,
  rootDir: new URL("../..", import.meta.url).pathname,
  testMatch: ["<rootDir>/test/federation/*.test.ts"],
  testTimeout: 60_000,
  maxWorkers: 1,
};
