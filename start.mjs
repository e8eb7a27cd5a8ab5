// `npm start`: refuses an old Node in plain words, compiles what changed, then starts the hub.
const [major, minor] = process.versions.node.split(".").map(Number);
if (!(major >= 22 || (major === 20 && minor >= 19))) {
  console.error(
    `Carrefour demande Node 20.19 ou 22 et plus ; celui-ci est ${process.versions.node}.\n` +
      `Carrefour needs Node 20.19, or 22 and above; this one is ${process.versions.node}.`,
  );
  process.exit(1);
}
const { build } = await import("./build.mjs");
await build();
await import("./dist/gateway/main.js");
