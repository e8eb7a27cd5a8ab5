// Keys that mean something to JavaScript itself: no object of the hub ever gets one of them from outside.
const reserved: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** True for a name that no alias, variable or key may have. */
export const isReserved = (name: string): boolean => reserved.has(name);

/** True for a name that no alias, fragment, operation or variable may have: GraphQL keeps two underscores for itself. */
export const isReservedInDocument = (name: string): boolean => isReserved(name) || name.startsWith("__");
