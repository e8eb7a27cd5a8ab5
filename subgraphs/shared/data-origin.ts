import { registerEnumType } from "type-graphql";

/** Whether a row is a fact of a source, computed from real answers only, or made up to show the hub. */
export enum DataOrigin {
  PUBLISHED = "PUBLISHED",
  COMPUTED = "COMPUTED",
  SYNTHETIC = "SYNTHETIC",
}
registerEnumType(DataOrigin, {
  name: "DataOrigin",
  description:
    "Publié par une source, calculé de réponses réelles seulement, ou synthétique (démonstration). · Published by a source, computed from real answers only, or synthetic (demonstration).",
});
