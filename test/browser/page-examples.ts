import { filled, type PageName, paths } from "../../gateway/portal/addresses.js";
import type { Language } from "../../gateway/portal/language.js";

/** One page to visit, in one language. */
export interface VisitedPage {
  /** The type of the page, and which of them it is: « indicator IQP-06 ». */
  readonly name: string;
  readonly type: string;
  readonly language: Language;
  readonly address: string;
  /** How it answers, when not by 200. */
  readonly status?: number;
}

/** What stands in the address of an example: its codes, and its query by the parameters' names in each language. */
interface Example {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<Language, string>>;
}

/** Examples of each type of public page: the richest, and those that lack something. A type without any is visited once. */
const examples: Partial<Readonly<Record<PageName, readonly Example[]>>> = {
  search: [
    {},
    { query: { fr: "q=argent+du+bureau", en: "q=office+money" } },
    { query: { fr: "q=zzzz", en: "q=zzzz" } },
  ],
  indicator: ["IQP-01", "IQP-06", "IQP-07", "IQP-12", "IQP-16", "IQP-22", "IQP-25"].map((code) => ({
    params: { code },
  })),
  establishment: ["ciusss-estrie-chus", "chum", "rrsss-nunavik"].map((code) => ({ params: { code } })),
  regions: [{}, { query: { fr: "indicateur=IQP-06", en: "indicator=IQP-06" } }],
  region: ["RSS-05", "RSS-06", "RSS-17"].map((code) => ({ params: { code } })),
  comparison: [
    {},
    {
      query: {
        fr: "etablissement=cisss-laval&etablissement=cisss-outaouais",
        en: "establishment=cisss-laval&establishment=cisss-outaouais",
      },
    },
  ],
  recommendation: ["P2", "F5"].map((code) => ({ params: { code } })),
  schemaType: ["Observation", "Query"].map((name) => ({ params: { name } })),
};

/** The page that says that there is none. */
export const notFoundIn = (language: Language): VisitedPage => ({
  name: "not found",
  type: "not found",
  language,
  address: { fr: "/rien-de-tel", en: "/en/no-such-thing" }[language],
  status: 404,
});

/** A page as the hub lists it. */
export interface ListedPage {
  readonly name: string;
  readonly path: Readonly<Record<Language, string>>;
}

/** The addresses at which the listed pages are visited, in a language. Throws when a code has no example. */
export function examplesOf(listed: readonly ListedPage[], language: Language): VisitedPage[] {
  return listed.flatMap(({ name, path }) => {
    const known = Object.entries(paths).find(([, { fr }]) => fr === path.fr)?.[0] as PageName | undefined;
    const given = (known && examples[known]) ?? [{}];
    return given.map((example) => {
      const { params = {}, query } = example;
      const missing = [...path[language].matchAll(/:(\w+)/g)].find(([, code]) => !(code! in params));
      if (missing)
        throw new Error(`no example of the page « ${name} » (${path.fr}): add one to page-examples.ts`);
      const words = query ? `?${query[language]}` : "";
      return {
        name: [name, ...Object.values(params), ...(query ? [query[language]] : [])].join(" "),
        type: name,
        language,
        address: `${filled(path[language], params)}${words}`,
      };
    });
  });
}
