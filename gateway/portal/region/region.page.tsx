import { addressOf, paths } from "../addresses.js";
import { askApart } from "../asking/ask-apart.js";
import type { AskPublic } from "../asking/ask-public.js";
import type { Language } from "../language.js";
import { latestCampaign } from "../map/map-choice.js";
import type { Page } from "../page/page.js";
import { askDocuments } from "../parts/documents.js";
import { LostPart } from "../parts/lost-part.js";
import { wordsOf } from "../parts/text.js";
import { regionsWords } from "../regions/words.js";
import { Establishments, type Region, RegionFacts } from "./region-facts.js";
import { portalRegionLabels } from "./region-labels.operation.js";
import { portalRegionRegister } from "./region-register.operation.js";
import { portalRegionValues } from "./region-values.operation.js";
import { regionParameters, RegionValues } from "./region-values.js";
import { regionWords } from "./words.js";

/** One health region: what the register knows, its establishments, its values beside its group's and the province's. */
export const regionPage: Page = {
  name: "region",
  path: paths.region,
  query: regionParameters,
  async show({ language, params, query, ask }) {
    const [register, labels, sources] = await Promise.all([
      ask(portalRegionRegister, {}),
      askApart(ask, portalRegionLabels, {}),
      askDocuments(ask),
    ]);
    const all = register.data.healthRegions;
    const region = all.find(({ code }) => code === params.code);
    if (!region) return null;
    const campaigns = labels.data?.campaigns ?? [];
    const campaign = campaigns.find(({ code }) => code === query.campaign?.[0]) ?? latestCampaign(campaigns);
    const values = campaign ? await valuesOf(ask, region, campaign.code, language) : null;
    const lost = [register, labels, sources, values].flatMap((part) => part?.lost ?? []);
    const say = regionWords(language);
    const name = wordsOf(region.name, language);
    return {
      title: say("title", { name, code: region.code }),
      description: say("lead", { name }),
      crumbs: [{ label: regionsWords(language)("title"), href: addressOf(language, "regions") }],
      isPartial: lost.length > 0,
      body: (
        <>
          <p>{say("lead", { name })}</p>
          <p>
            <a href={addressOf(language, "regions", {}, [["region", region.code]])}>{say("map")}</a>
          </p>
          <RegionFacts language={language} region={region} all={all} documents={sources.documents} />
          <Establishments language={language} region={region} />
          {labels.data && campaign && values?.observations ? (
            <RegionValues
              language={language}
              region={region}
              campaigns={campaigns}
              campaign={campaign}
              indicators={labels.data.qualityIndicators}
              values={values.observations}
              documents={sources.documents}
            />
          ) : (
            <LostPart language={language} />
          )}
        </>
      ),
    };
  },
};

// A region has no address of its own at the public door: it is reached through one of its establishments.
async function valuesOf(ask: AskPublic, region: Region, campaign: string, language: Language) {
  const [establishment] = region.establishments;
  if (!establishment) return { observations: [], lost: [] };
  const { data, lost } = await askApart(ask, portalRegionValues, {
    establishment: establishment.code,
    campaign,
    lang: language === "fr" ? "FR" : "EN",
  });
  return { observations: data?.establishment?.region.observations ?? null, lost };
}
