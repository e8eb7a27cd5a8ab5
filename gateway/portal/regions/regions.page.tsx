import { paths } from "../addresses.js";
import { askApart } from "../asking/ask-apart.js";
import { mapChoice } from "../map/map-choice.js";
import { portalMapChoices } from "../map/map-choices.operation.js";
import { portalRegionMap } from "../map/region-map.operation.js";
import type { Page } from "../page/page.js";
import { askDocuments } from "../parts/documents.js";
import { LostPart } from "../parts/lost-part.js";
import { portalRegionRegister } from "../region/region-register.operation.js";
import { mapParameters, register as ofRegister } from "./map-form.js";
import { MapSection } from "./map-section.js";
import { RegisterSection } from "./register-section.js";
import { regionsWords } from "./words.js";

/** The health regions on a map: by the value of one indicator, or by what the register knows of them. */
export const regionsPage: Page = {
  name: "regions",
  path: paths.regions,
  query: mapParameters,
  async show({ language, query, ask }) {
    const say = regionsWords(language);
    const asked = (name: keyof typeof mapParameters): string => query[name]?.[0] ?? "";
    const [register, choices, sources] = await Promise.all([
      ask(portalRegionRegister, {}),
      askApart(ask, portalMapChoices, {}),
      askDocuments(ask),
    ]);
    const regions = register.data.healthRegions;
    const chosen =
      choices.data && asked("indicator") !== ofRegister
        ? mapChoice(choices.data, {
            indicator: asked("indicator"),
            campaign: asked("campaign"),
            category: asked("category"),
          })
        : null;
    const values =
      chosen &&
      (await askApart(ask, portalRegionMap, {
        indicator: chosen.indicator.code,
        campaign: chosen.campaign.code,
        lang: language === "fr" ? "FR" : "EN",
      }));
    const shown = values?.data?.qualityIndicator ?? null;
    const isFallback = asked("indicator") === "" && shown?.regions.length === 0;
    const lost = [register, choices, sources, values].flatMap((part) => part?.lost ?? []);
    return {
      title: say("title"),
      description: say("lead", { count: regions.length }),
      isPartial: lost.length > 0,
      body: (
        <>
          <p>{say("lead", { count: regions.length })}</p>
          {choices.data && chosen && shown && !isFallback ? (
            <MapSection
              language={language}
              choices={choices.data}
              chosen={chosen}
              values={shown}
              regions={regions}
              basis={asked("basis")}
              region={asked("region")}
              documents={sources.documents}
            />
          ) : (
            <>
              {shown === null && asked("indicator") !== ofRegister && <LostPart language={language} />}
              <RegisterSection
                language={language}
                regions={regions}
                choices={choices.data}
                isFallback={isFallback}
                region={asked("region")}
              />
            </>
          )}
        </>
      ),
    };
  },
};
