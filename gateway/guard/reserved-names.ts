// Keys that mean something to JavaScript itself: no object of the hub ever gets one of them from outside.
const reserved: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** True for a name that no alias, variable or key may have. */
export const isReserved = (name: string): boolean => reserved.has(name);

/** True for a name that no alias, fragment, operation or variable may have: GraphQL keeps two underscores for itself. */
export const isReservedInDocument = (name: string): boolean => isReserved(name) || name.startsWith("__");

/**
 * True for a variable's name that the gateway writes beside the caller's when it asks a subgraph for entities: two of
 * one name would make a question that no subgraph answers.
 */
export const isTakenByGateway = (variable: string): boolean => variable === "representations";
