import { Directive } from "type-graphql";

/**
 * Puts one field, argument or input field into the public schema.
 * Never put it on an entity type: federation would hand it on to every field that any subgraph adds.
 */
export const Public = (): ReturnType<typeof Directive> => Directive('@tag(name: "public")');
