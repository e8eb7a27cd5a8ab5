import { addressOf } from "../../../addresses.js";
import type { Language } from "../../../language.js";
import type { Crumb } from "../../../page/page.js";
import { workspaceWords } from "../../words.js";
import { caseAddress } from "../case/case-links.js";
import type { FiguresCase } from "../case/figures-case.js";
import { formWords } from "../form/words.js";
import { campaignsWords } from "./words.js";

/** The way to the yearly figures, and to one case. */
export const figuresCrumbs = (
  language: Language,
  figures?: Pick<FiguresCase, "campaign" | "office">,
): Crumb[] => [
  { label: workspaceWords(language)("workspace"), href: addressOf(language, "workspace") },
  { label: campaignsWords(language)("title"), href: addressOf(language, "figures") },
  ...(figures
    ? [
        {
          label: formWords(language)("title", { campaign: figures.campaign }),
          href: caseAddress(language, "figuresForm", figures),
        },
      ]
    : []),
];
