/*
 * What people say, and the word that the hub's texts use for it, without accents and in the singular. A word is here only
 * when the hub's own texts do not already hold it.
 */
const said: Readonly<Record<string, string>> = {
  hopital: "hospitalier",
  malade: "patient",
  famille: "proche",
  argent: "budget",
  paye: "remuneration",
  salaire: "remuneration",
  chsld: "hebergement",
  plainte: "droit",
  family: "caregiver",
  money: "budget",
  pay: "compensation",
  sick: "patient",
  complaint: "right",
};

/** The hub's words for everyday ones. */
export const everydayWords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(said).map(([word, meant]) => [word, [meant]]),
);
