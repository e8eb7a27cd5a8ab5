import { catalogue } from "../words/catalogue.js";

export const homeWords = catalogue({
  fr: {
    title: "Comment les patients, les proches et les citoyens prennent part aux soins au Québec",
    lead: "Carrefour réunit les données derrière les indicateurs de qualité bâtis avec les partenaires : la plateforme centralisée, « accessible à tous », que le forum provincial de 2025 a recommandée.",
  },
  en: {
    title: "How patients, relatives and citizens take part in care in Québec",
    lead: "Carrefour brings together the data behind quality indicators built with partners: the centralised platform, “accessible to all”, that the 2025 provincial forum recommended.",
  },
});
