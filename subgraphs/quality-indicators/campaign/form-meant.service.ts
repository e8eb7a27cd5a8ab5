import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { checkForm } from "../form/checks/check-form.js";
import { findForm } from "../form/form.repository.js";
import { formOfInput, type NewForm } from "../form/form-of-input.js";
import { readingProvenance, unknownDocuments } from "../form/question-provenance.js";
import { findSources } from "../source/source.repository.js";
import { campaignByCode } from "./campaign.loader.js";
import type { OpenCampaignInput } from "./open-campaign.input.js";
import { type OpeningIssue, openingIssue } from "./opening-issue.js";

/** The form that a campaign is opened with, or why there is none. */
export interface FormMeant {
  readonly form: NewForm | null;
  /** Code of the questionnaire: that of the campaign whose form is taken, or the new campaign's own. */
  readonly instrument: string;
  readonly issues: readonly OpeningIssue[];
}

/** Finds the form of another campaign, or checks the new one that is given: exactly one of them. */
export async function formMeant(
  context: SubgraphContext,
  { code, form, formOf }: OpenCampaignInput,
): Promise<FormMeant> {
  const none = (issue: OpeningIssue): FormMeant => ({ form: null, instrument: code, issues: [issue] });
  if (form && formOf)
    return none(
      openingIssue("TWO_FORMS", "form", {
        fr: "Donnez un nouveau formulaire, ou le code de la campagne dont il est repris ; pas les deux.",
        en: "Give a new form, or the code of the campaign that it is taken from; not both.",
        expected: "form | formOf",
      }),
    );
  if (form) {
    const sources = await findSources(context);
    const written = formOfInput(form, readingProvenance(sources, dayInToronto(context.clock())));
    const issues = [...checkForm(written), ...unknownDocuments(form, sources)];
    return { form: written, instrument: code, issues };
  }
  if (!formOf)
    return none(
      openingIssue("NO_FORM", "form", {
        fr: "Donnez un nouveau formulaire, ou le code de la campagne dont il est repris.",
        en: "Give a new form, or the code of the campaign that it is taken from.",
        expected: "form | formOf",
      }),
    );
  const [taken, campaign] = await Promise.all([
    findForm(context, formOf),
    campaignByCode(context).load(formOf),
  ]);
  if (taken === null)
    return none(
      openingIssue("UNKNOWN_FORM", "formOf", {
        fr: `Aucune campagne « ${formOf} » n'a de formulaire.`,
        en: `No campaign “${formOf}” has a form.`,
        observed: formOf,
      }),
    );
  return { form: taken, instrument: campaign?.instrument ?? formOf, issues: [] };
}
