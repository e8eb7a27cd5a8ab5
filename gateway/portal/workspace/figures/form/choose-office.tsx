import type { PageName } from "../../../addresses.js";
import type { Language } from "../../../language.js";
import type { ShownPage } from "../../../page/page.js";
import { wordsOf } from "../../../parts/text.js";
import { figuresCrumbs } from "../campaigns/crumbs.js";
import { caseAddress } from "../case/case-links.js";
import type { FiguresCase } from "../case/figures-case.js";
import { formWords } from "./words.js";

/** Before a page of an establishment with several offices: which one answers. */
export function chooseOfficePage(language: Language, figures: FiguresCase, page: PageName): ShownPage {
  const say = formWords(language);
  const { campaign, establishment, offices } = figures;
  return {
    title: say("title", { campaign }),
    crumbs: figuresCrumbs(language),
    body: (
      <>
        <p>{say("lead", { establishment: wordsOf(establishment.name, language) })}</p>
        <h2>{say("chooseOffice")}</h2>
        <ul>
          {offices.map((office) => (
            <li key={office}>
              <a href={caseAddress(language, page, { campaign, office })}>{office}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  };
}
