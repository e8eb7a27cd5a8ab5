/** A question that works as it stands, for one of the three users; the explorer, the home page and the README show it. */
export interface ReadyQuestion {
  readonly name: string;
  readonly door: "/graphql" | "/graphql/authenticated";
  /** The demonstration account that may ask it; null for everyone. */
  readonly account: string | null;
  readonly query: string;
}

/** One question a user, in the order of the doors. */
export const readyQuestions: readonly ReadyQuestion[] = [
  {
    name: "Portail · un indicateur et ses deux valeurs",
    door: "/graphql",
    account: null,
    query: `# Combien d'usagers partenaires sont actifs ? Les sources se contredisent : les deux valeurs restent, avec leur provenance.
query UsagersPartenairesActifs {
  qualityIndicator(code: "IQP-06") {
    name { fr en }
    observations(campaign: "2024", level: PROVINCE) {
      value unit numerator denominator basis status origin text
      provenance { document section quote }
      contradictions { id resolution sides { value section } }
    }
  }
}
`,
  },
  {
    name: "Portail · un établissement",
    door: "/graphql",
    account: null,
    query: `query Etablissement {
  establishment(code: "ciusss-estrie-chus") {
    name { fr }
    region { code name { fr } }
    partnershipOffice { code status names { label } }
    userCommittees { kind name { fr } origin }
    researchPartnerships { title { fr } kind origin }
  }
}
`,
  },
  {
    name: "Établissement · transmettre l'année",
    door: "/graphql/authenticated",
    account: "establishment:ciusss-estrie-chus",
    query: `# Essai à blanc : tous les problèmes d'un coup, rien n'est écrit. Jeton : npx carrefour token --as establishment:ciusss-estrie-chus
mutation Essai {
  submitYearlyFigures(input: {
    campaign: "2025-2026", establishment: "ciusss-estrie-chus", idempotencyKey: "essai-1", mode: DRY_RUN,
    answers: [{ question: "B6", number: 42 }, { question: "B7", number: 50 }]
  }) {
    status
    counts { read rejected }
    issues { rule severity question path message(lang: FR) expected }
  }
}
`,
  },
  {
    name: "Recherche · les fiches anonymisées",
    door: "/graphql/authenticated",
    account: "researcher",
    query: `# Jeton : npx carrefour token --as researcher
query Fiches {
  partnerRecords(release: "partenaires-demo-1", first: 5) {
    totalCount
    edges { node { rowId regionGroup ageBand gender standing experienceDomain } }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
];
