import swcSettings, { pageSettings } from "./swc.config.mjs";

/** What starts whole programs, or asks so much of one that it takes its time: `npm run test:programs`. */
export const programs = [
  "gateway/cli/{campaign-file,cli,push-roster,verify-audit}.test.ts",
  "gateway/cli/{backup,doctor}/*.test.ts",
  "gateway/cli/{access,login}/*.test.ts",
  "gateway/cli/export.test.ts",
  "gateway/downloads/release-files*.test.ts",
  "subgraphs/least-asked.test.ts",
  "subgraphs/quality-indicators/definition/random-grammar.test.ts",
  "subgraphs/quality-indicators/publication/{compute-publication,publication,real-answers}.test.ts",
  "gateway/portal/*/{*.page,regions-without-figures,vintages-feed}.test.ts",
  "gateway/portal/workspace/**/*.test.ts",
  "gateway/supergraph/reload/*.test.ts",
  "test/attacks/*.test.ts",
  "test/caches/*.test.ts",
  "test/differential/differential.test.ts",
  "gateway/operations/tracing.test.ts",
  "test/history/public-as-of.test.ts",
  "test/federation/{graphql-over-http,main-jobs,opening,registers}.test.ts",
  "test/pages/{figures,page-words}.test.ts",
  "test/records/{record-attacks,researcher-role}.test.ts",
  "test/security/matrix/*.test.ts",
  "test/security/{crafted-requests,issuer-keys,secret*}.test.ts",
  "test/{memory,start,topology,workers}/*.test.ts",
];

/** What asks tens of thousands of questions to prove one sentence: `npm run test:proofs`. */
export const proofs = ["test/differential/eviction.test.ts", "test/records/random-questions.test.ts"];

export default {
  testMatch: [
    "<rootDir>/{gateway,subgraphs,schema,seeds,test}/**/*.test.{ts,tsx}",
    ...[...programs, ...proofs].map((path) => `!**/${path}`),
  ],
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/test/hive/node_modules/"],
  transform: { "^.+\\.ts$": ["@swc/jest", swcSettings], "^.+\\.tsx$": ["@swc/jest", pageSettings] },
  globalSetup: "<rootDir>/test/global-setup.mjs",
  globalTeardown: "<rootDir>/test/global-teardown.mjs",
  testTimeout: 30_000,
  maxWorkers: 2,
  // A worker keeps the modules of every file it has run; near Node's heap limit it would spend its time looking for room.
  workerIdleMemoryLimit: "1500MB",
};
