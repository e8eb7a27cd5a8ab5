import { paths } from "../../../addresses.js";
import type { WorkspacePage } from "../../workspace-page.js";
import { officeQuery } from "../case/case-links.js";
import { isOfficeUnsaid, readCase } from "../case/figures-case.js";
import { typedOf } from "../case/typed-answers.js";
import { takesForm } from "./act-on-form.js";
import { chooseOfficePage } from "./choose-office.js";
import { formPage } from "./form-body.js";

/** The yearly form of a campaign, with the draft that is kept. */
export const figuresFormPage: WorkspacePage = {
  name: "figuresForm",
  path: paths.figuresForm,
  query: { ...officeQuery, saved: { fr: "enregistre", en: "saved" } },
  scopes: ["figures:write"],
  async show(asked) {
    const figures = await readCase(asked);
    if (figures === null) return null;
    if (isOfficeUnsaid(figures)) return chooseOfficePage(asked.language, figures, "figuresForm");
    return formPage({
      asked,
      figures,
      typed: typedOf(figures.form, figures.current?.answers ?? [], asked.language),
      base: figures.submission?.revision ?? null,
      reason: "",
      issues: [],
      news: asked.query["saved"]?.[0] && figures.submission ? "saved" : null,
      refusal: null,
    });
  },
  async act(asked, sent) {
    const figures = await readCase({ ...asked, query: { office: sent.all("office").filter(Boolean) } });
    if (figures === null) return null;
    return takesForm(asked, figures, sent);
  },
};
