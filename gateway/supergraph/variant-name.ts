/** One of the two schemas that the hub serves. */
export type VariantName = "public" | "authenticated";
