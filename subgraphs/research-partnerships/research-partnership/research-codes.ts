import { registerEnumType } from "type-graphql";

/** Whether partners take part in the research, or partnership is what it studies. */
export enum ResearchKind {
  IN = "IN",
  ON = "ON",
}
registerEnumType(ResearchKind, {
  name: "ResearchKind",
  description: "Recherche EN partenariat ou SUR le partenariat. · Research IN partnership or ON partnership.",
  valuesConfig: {
    IN: {
      description:
        "Recherche en partenariat : des partenaires y participent. · Research in partnership: partners take part in it.",
    },
    ON: {
      description:
        "Recherche sur le partenariat : il en est l'objet. · Research on partnership: it is what is studied.",
    },
  },
});

/** The stages of a study in which partners take part. */
export enum ResearchStage {
  PRIORITY_SETTING = "PRIORITY_SETTING",
  DESIGN = "DESIGN",
  CONDUCT = "CONDUCT",
  KNOWLEDGE_TRANSFER = "KNOWLEDGE_TRANSFER",
}
registerEnumType(ResearchStage, {
  name: "ResearchStage",
  description:
    "Étape de la recherche : choix des priorités, conception (questions, protocole), mise en œuvre (dont l'analyse), transfert de connaissances. · Stage of research: setting priorities, design (questions, protocol), conduct (analysis included), knowledge transfer.",
  valuesConfig: {
    PRIORITY_SETTING: { description: "Choix des priorités. · Setting priorities." },
    DESIGN: { description: "Conception : questions, protocole. · Design: questions, protocol." },
    CONDUCT: { description: "Mise en œuvre, dont l'analyse. · Conduct, analysis included." },
    KNOWLEDGE_TRANSFER: { description: "Transfert de connaissances. · Knowledge transfer." },
  },
});
