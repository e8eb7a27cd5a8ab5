/** What starts whole programs, or asks so much of one that it takes its time: `npm run test:programs`. */
const programs = [
  "gateway/cli/{campaign-file,cli,push-roster,verify-audit}.test",
  "gateway/cli/{backup,doctor}/*.test",
  "gateway/cli/{access,login}/*.test",
  "gateway/cli/export.test",
  "gateway/downloads/release-files*.test",
  "subgraphs/least-asked.test",
  "subgraphs/quality-indicators/definition/random-grammar.test",
  "subgraphs/quality-indicators/publication/{compute-publication,publication,real-answers}.test",
  "gateway/portal/*/{*.page,regions-without-figures,vintages-feed}.test",
  "gateway/portal/workspace/**/*.test",
  "gateway/supergraph/reload/*.test",
  "test/attacks/*.test",
  "test/caches/*.test",
  "test/differential/differential.test",
  "gateway/operations/tracing.test",
  "test/history/public-as-of.test",
  "test/federation/{graphql-over-http,main-jobs,opening,registers}.test",
  "test/pages/{figures,page-words}.test",
  "test/records/{record-attacks,researcher-role}.test",
  "test/security/matrix/*.test",
  "test/security/{crafted-requests,issuer-keys,secret*}.test",
  "test/{memory,start,topology,workers}/*.test",
];

/** What asks tens of thousands of questions to prove one sentence: `npm run test:proofs`. */
const proofs = ["test/differential/eviction.test", "test/records/random-questions.test"];

/** What asks how a process is at its beginning: a process each. */
const alone = ["subgraphs/shared/{prepared-statements,rows-statement}.test"];

// Tests run as they are compiled, on the very files that a hub runs.
const compiled = (paths) => paths.map((path) => `dist/${path}.js`);

/** What every run has, those of test/borders and test/scale too. */
export const everyRun = {
  // The file that Node itself would take: two copies refuse each other's objects.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // A file of tests finds loaded what the one before it loaded: loading the hub anew took half of the time of all.
    isolate: false,
    server: { deps: { inline: [/\.test\.js$/], external: [/\/dist\/(?!.*\.test\.js)/, /\/node_modules\//] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
};

const project = (name, test) => ({ ...everyRun, test: { ...everyRun.test, name, ...test } });

export default {
  test: {
    maxWorkers: 2,
    globalSetup: "test/global-setup.mjs",
    projects: [
      project("tests", {
        include: compiled(["**/*.test"]),
        exclude: compiled([...programs, ...proofs, ...alone]),
      }),
      project("tests-alone", { include: compiled(alone), isolate: true }),
      project("programs", { include: compiled(programs) }),
      project("proofs", { include: compiled(proofs) }),
    ],
  },
};
