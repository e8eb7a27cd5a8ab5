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
  valuesConfig: {
    PUBLISHED: { description: "Publié par une source, tel qu'imprimé. · Published by a source, as printed." },
    COMPUTED: {
      description:
        "Calculé par le carrefour de réponses réelles seulement. · Computed by the hub from real answers only.",
    },
    SYNTHETIC: {
      description:
        "Synthétique, pour la démonstration : au moins une donnée est inventée. · Synthetic, for demonstration: at least one figure is made up.",
    },
  },
});
