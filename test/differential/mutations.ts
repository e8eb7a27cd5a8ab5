import type { SourceMutation } from "../borders/mutation.js";

const executor = "gateway/supergraph/executor";

/** The executor, made wrong in ways in which somebody could make it wrong by mistake; the comparison sees each. */
export const mutations: readonly Omit<SourceMutation, "tests">[] = [
  {
    name: "nulls that do not travel through lists",
    file: `${executor}/result/projector.ts`,
    find: "      if (item === refused) return told;\n",
    replace: "      if (item === refused) { items[index] = null; continue; }\n",
  },
  {
    name: "representations that are not equal asked for once",
    file: `${executor}/plan/entity-fetch.ts`,
    find: "const key = JSON.stringify(representation);",
    replace: 'const key = String(representation["__typename"]);',
  },
  {
    name: "@skip not seen inside a fragment",
    file: `${executor}/result/selection.ts`,
    find: "      if (!isIncluded(selection.directives, flags)) continue;\n",
    replace: "      if (seen.size === 0 && !isIncluded(selection.directives, flags)) continue;\n",
  },
  {
    name: "errors told at the place of the next representation",
    file: `${executor}/plan/entity-fetch.ts`,
    find: "const paths = asked.places[index]!.flatMap(",
    replace: "const paths = asked.places[(index + 1) % asked.places.length]!.flatMap(",
  },
  {
    name: "the steps of a sequence run side by side",
    file: `${executor}/plan/step.ts`,
    find: "        return inSequence(",
    replace: "        return sideBySide(",
  },
];
