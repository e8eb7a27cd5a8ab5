import { aliases } from "./aliases.js";
import { depth } from "./depth.js";
import { directives } from "./directives.js";
import { fields } from "./fields.js";
import { fragments } from "./fragments.js";
import { introspectionDepth } from "./introspection-depth.js";
import { introspectionFields } from "./introspection-fields.js";
import { introspections } from "./introspections.js";
import type { Limit } from "./limit.js";
import { operations } from "./operations.js";
import { repeatedFields } from "./repeated-fields.js";
import { valueDepth } from "./value-depth.js";

/** What a document is held against before anything else looks at it, in this order. */
export const documentLimits: readonly Limit[] = [
  operations,
  fragments,
  depth,
  valueDepth,
  introspectionDepth,
  aliases,
  introspections,
  introspectionFields,
  directives,
  repeatedFields,
  fields,
];
