import { Fragment } from "preact";
import { addressOf, paths } from "../addresses.js";
import { readCatalogue } from "../establishment/read-figures.js";
import { portalEstablishmentList } from "../establishments/establishment-list.operation.js";
import type { Page, PageAsked } from "../page/page.js";
import { askDocuments } from "../parts/documents.js";
import { LostPart } from "../parts/lost-part.js";
import { ChoiceForms, choiceNames, Mistakes } from "./choice-forms.js";
import { type Chosen, chosenOf } from "./chosen.js";
import { ComparedTable } from "./compared-tables.js";
import { RegisterTable } from "./register-table.js";
import { readSideBySide } from "./side-by-side.js";
import { comparisonWords } from "./words.js";

/** Up to five establishments of a type, side by side. */
export const comparisonPage: Page = {
  name: "comparison",
  path: paths.comparison,
  query: choiceNames,
  async show(asked) {
    const { language, query, ask } = asked;
    const say = comparisonWords(language);
    const { data, lost } = await ask(portalEstablishmentList, { search: null, type: null });
    const chosen = chosenOf(query.type?.[0], query.establishments ?? [], data.establishments);
    const isCompared = chosen.places.length > 0 && !chosen.isRefused;
    const compared = isCompared ? await comparedPart(asked, chosen, data.healthRegions) : null;
    return {
      title: say("title"),
      description: say("lead"),
      crumbs: [{ label: say("establishments"), href: addressOf(language, "establishments") }],
      isPartial: lost.length > 0 || compared?.isPartial === true,
      body: (
        <Fragment>
          <Mistakes chosen={chosen} language={language} />
          <p>{say("lead")}</p>
          <ChoiceForms chosen={chosen} language={language} />
          {isCompared && chosen.places.length === 1 && <p class="notice">{say("onlyOne")}</p>}
          {compared?.body}
        </Fragment>
      ),
    };
  },
};

type Regions = Parameters<typeof RegisterTable>[0]["regions"];

async function comparedPart({ language, ask }: PageAsked, { places }: Chosen, regions: Regions) {
  const [catalogue, documents] = await Promise.all([readCatalogue(ask), askDocuments(ask)]);
  const compared = await readSideBySide(ask, places, language, catalogue);
  const say = comparisonWords(language);
  return {
    isPartial: catalogue.isLost || compared.isLost || documents.lost.length > 0,
    body: (
      <Fragment>
        <RegisterTable places={places} regions={regions} language={language} />
        {catalogue.isLost && <LostPart language={language} />}
        {compared.campaigns.length === 0 && !catalogue.isLost && <p>{say("nothingPublished")}</p>}
        {compared.campaigns.map((campaign) => (
          <ComparedTable
            key={campaign.code}
            campaign={campaign}
            places={places}
            documents={documents.documents}
            language={language}
          />
        ))}
      </Fragment>
    ),
  };
}
