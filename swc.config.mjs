// One compiler setting for the build and for the tests: only swc and tsc emit the metadata that type-graphql and TypeORM read.
export default {
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: "es6" },
};
