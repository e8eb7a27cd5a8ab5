/**
 * Characters of a document. The longest one that the hub's own programs send has about 2,500; a document above is
 * refused before its first character is read as GraphQL.
 */
export const mostQueryCharacters = 20_000;
