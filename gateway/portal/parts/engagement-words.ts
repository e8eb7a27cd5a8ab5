import { catalogue } from "../words/catalogue.js";

export const engagementWords = catalogue({
  fr: {
    title: "Jusqu'où ces partenaires sont engagés, en nombre de projets :",
    degree: "{degree} :",
  },
  en: {
    title: "How far these partners are engaged, in numbers of projects:",
    degree: "{degree}:",
  },
});
