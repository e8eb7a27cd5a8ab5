// Only swc and tsc emit the metadata that type-graphql and TypeORM read.
const settingsOf = (tsx) => ({
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true, tsx },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: "automatic", importSource: "preact" },
    },
    keepClassNames: true,
  },
  module: { type: "es6" },
});

export default settingsOf(false);

/** For pages: files that hold markup. */
export const pageSettings = settingsOf(true);
