import { Fragment } from "preact";
import { addressOf, paths } from "../addresses.js";
import { choiceNames } from "../comparison/choice-forms.js";
import { typeInWords } from "../establishments/type-name.js";
import type { Language } from "../language.js";
import type { Page } from "../page/page.js";
import { askDocuments } from "../parts/documents.js";
import { Text, wordsOf } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import { AnsweredSection } from "./answered.js";
import { CommitteesSection } from "./committees.js";
import {
  type PortalEstablishmentPageQuery,
  portalEstablishmentPage,
} from "./establishment-page.operation.js";
import { FiguresSection } from "./figures-section.js";
import { NamesSection } from "./names.js";
import { OfficeSection } from "./office.js";
import { readCatalogue, readFigures } from "./read-figures.js";
import { ResearchSection } from "./research.js";
import { establishmentWords } from "./words.js";

type Establishment = NonNullable<PortalEstablishmentPageQuery["establishment"]>;

/** One establishment: its office, its committees, its research, what may be shown of its figures. */
export const establishmentPage: Page = {
  name: "establishment",
  path: paths.establishment,
  async show({ language, params, ask }) {
    const code = params.code ?? "";
    const [{ data, lost }, catalogue, documents] = await Promise.all([
      ask(portalEstablishmentPage, { code }),
      readCatalogue(ask),
      askDocuments(ask),
    ]);
    const { establishment } = data;
    if (!establishment) return null;
    const figures = await readFigures(ask, code, language, catalogue);
    const say = establishmentWords(language);
    const name = wordsOf(establishment.shortName, language);
    const shown = { documents: documents.documents, language };
    return {
      title: name,
      description: say("description", { name }),
      crumbs: [{ label: say("establishments"), href: addressOf(language, "establishments") }],
      isPartial: lost.length + documents.lost.length > 0 || catalogue.isLost || figures.isLost,
      body: (
        <Fragment>
          <Identity of={establishment} language={language} />
          <OfficeSection office={establishment.partnershipOffice} {...shown} />
          <AnsweredSection
            represented={establishment.represented2024}
            campaigns={figures.campaigns}
            language={language}
          />
          <FiguresSection campaigns={figures.campaigns} catalogue={catalogue} {...shown} />
          <CommitteesSection committees={establishment.userCommittees} language={language} />
          <ResearchSection partnerships={establishment.researchPartnerships} language={language} />
          <NamesSection of={establishment} {...shown} />
        </Fragment>
      ),
    };
  },
};

const Identity = ({ of, language }: { readonly of: Establishment; readonly language: Language }) => {
  const say = establishmentWords(language);
  const place = { code: of.region.code };
  const compared = [
    [choiceNames.type[language], of.type],
    [choiceNames.establishments[language], of.code],
  ] as const;
  return (
    <Fragment>
      <p>
        <Text of={of.name} language={language} />
      </p>
      <dl class="short-facts">
        <dt>{say("type")}</dt>
        <dd>{typeInWords(language, of.type)}</dd>
        <dt>{say("region")}</dt>
        <dd>
          <a href={addressOf(language, "region", place)}>
            <Text of={of.region.name} language={language} />
          </a>
        </dd>
        <dt>{say("peers")}</dt>
        <dd>{of.peerGroup ? wordFor(language, "PeerGroup", of.peerGroup) : say("noPeers")}</dd>
      </dl>
      <p>
        <a href={addressOf(language, "comparison", {}, compared)}>{say("compare")}</a>
      </p>
    </Fragment>
  );
};
