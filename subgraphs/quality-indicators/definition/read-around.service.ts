import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { findCampaigns } from "../campaign/campaign.repository.js";
import type { Form } from "../form/form.entity.js";
import { findForm } from "../form/form.repository.js";
import { findIndicators } from "../indicator/indicator.repository.js";
import { findRecommendations } from "../recommendation/recommendation.repository.js";
import type { AskedForms } from "./asked-forms.js";
import type { DefineIndicatorInput } from "./define-indicator.input.js";
import { findPlaces } from "./definition.repository.js";
import type { KnownCodes } from "./identity-issues.js";

/** What a definition is checked against: the codes that the hub knows, and the forms of the campaigns that it names. */
export async function readAround(
  context: SubgraphContext,
  { askedIn }: DefineIndicatorInput,
): Promise<{ readonly known: KnownCodes; readonly asked: AskedForms }> {
  const [campaigns, indicators, recommendations] = await Promise.all([
    findCampaigns(context),
    findIndicators(context),
    findRecommendations(context),
  ]);
  const codes = new Set(campaigns.map(({ code }) => code));
  const named = [...new Set(askedIn)].filter((code) => codes.has(code));
  const forms: Form[] = [];
  for (const code of named) {
    const form = await findForm(context, code);
    if (form !== null) forms.push(form);
  }
  const places = await asCaller(context, (manager) => findPlaces(manager, named));
  return {
    known: {
      campaigns: codes,
      withForm: new Set(forms.map(({ campaign }) => campaign)),
      indicators: new Set(indicators.map(({ code }) => code)),
      recommendations: new Set(recommendations.map(({ code }) => code)),
    },
    asked: { forms, ...places },
  };
}
