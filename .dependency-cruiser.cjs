// The arrows of the house: gateway → subgraphs/index → a subgraph → subgraphs/shared.
const subgraphs = "establishments|partners|user-committees|research-partnerships|quality-indicators";
// Builders of a room's own tests lie in its testing/ folder.
const notTests = "\\.test\\.ts$|^test/|/testing/";
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, pathNot: "\\.(test|d|island)\\.ts$|^test/|\\.mjs$" },
      to: {},
    },
    {
      name: "a-subgraph-never-imports-another",
      severity: "error",
      from: { path: `^subgraphs/(${subgraphs})/` },
      to: { path: `^subgraphs/(${subgraphs})/`, pathNot: "^subgraphs/$1/" },
    },
    {
      name: "shared-imports-no-subgraph",
      severity: "error",
      from: { path: "^subgraphs/shared/", pathNot: notTests },
      to: { path: `^(gateway|schema|seeds|test)/|^subgraphs/(${subgraphs}|index|start)` },
    },
    {
      name: "a-subgraph-knows-neither-gateway-nor-seeds",
      severity: "error",
      from: { path: `^subgraphs/(${subgraphs})/`, pathNot: notTests },
      to: { path: "^(gateway|schema|seeds|test)/" },
    },
    {
      name: "the-gateway-enters-by-the-front-door",
      severity: "error",
      from: { path: "^gateway/", pathNot: notTests },
      to: { path: "^subgraphs/", pathNot: "^subgraphs/(index|offline|operator)\\.ts$" },
    },
    {
      name: "only-the-composition-roots-seed",
      severity: "error",
      from: {
        path: "^(gateway|subgraphs)/",
        pathNot: `${notTests}|^gateway/serve\\.ts$|^subgraphs/start\\.ts$`,
      },
      to: { path: "^seeds/" },
    },
    {
      name: "a-public-page-knows-nothing-of-the-workspace",
      severity: "error",
      from: { path: "^gateway/portal/", pathNot: `${notTests}|^gateway/portal/(workspace/|index\\.ts$)` },
      to: { path: "^gateway/portal/workspace/" },
    },
    {
      name: "sql-lives-in-repositories-and-migrations",
      severity: "error",
      from: {
        path: `^subgraphs/(${subgraphs})/`,
        pathNot: "\\.(repository|entity|test)\\.ts$|/migrations/|/testing/|/index\\.ts$",
      },
      to: { path: "node_modules/(typeorm|pg)/" },
    },
    {
      name: "product-code-never-imports-a-test",
      severity: "error",
      from: { path: "^(gateway|subgraphs|schema|seeds)/", pathNot: notTests },
      to: { path: notTests },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types"] },
    exclude: { path: "^dist/" },
  },
};
