/**
 * Tokens of a document, as the parser counts them; it stops at the first one above. Reading a token costs about a
 * microsecond, and 2,000 nested brackets stay far from the end of the stack.
 */
export const mostTokens = 2_000;
