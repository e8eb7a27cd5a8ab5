import { disclosurePolicy, releasePolicy } from "../../../subgraphs/index.js";
import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { Text } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { PortalAboutQuery } from "./about.operation.js";
import { aboutWords } from "./words.js";

const levels = ["PROVINCE", "PEER_GROUP", "REGION_GROUP", "HEALTH_REGION", "ESTABLISHMENT"] as const;

/** What is public at which level, what is hidden, and why; the numbers are those of the hub's policy. */
export const Privacy = ({
  of,
  language,
}: {
  readonly of: PortalAboutQuery["qualityIndicators"] | null;
  readonly language: Language;
}) => {
  const say = aboutWords(language);
  const { threshold, sensitiveThreshold, smallestGroup } = disclosurePolicy;
  return (
    <>
      <p>{say("privacyLead")}</p>
      <h3 id="masquees">{say("hidden")}</h3>
      <p>{say("hiddenText")}</p>
      <ul>
        <li>{say("hiddenCounts", { most: threshold - 1 })}</li>
        <li>{say("hiddenSensitive", { sensitive: sensitiveThreshold })}</li>
        <li>{say("hiddenGroups", { smallest: smallestGroup })}</li>
        <li>{say("hiddenOthers")}</li>
      </ul>
      <p>{say("hiddenSaid")}</p>
      <p>{say("hiddenPrinted")}</p>
      <h3>{say("levels")}</h3>
      <p>{say("levelsText")}</p>
      {of && <Levels of={of} language={language} />}
      <h3>{say("releases")}</h3>
      <p>{say("releasesText", { others: releasePolicy.k - 1 })}</p>
    </>
  );
};

const Levels = ({
  of,
  language,
}: {
  readonly of: PortalAboutQuery["qualityIndicators"];
  readonly language: Language;
}) => {
  const say = aboutWords(language);
  return (
    <Scroll label={say("levelsCaption")}>
      <table>
        <caption>{say("levelsCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("level")}</th>
            <th scope="col">{say("indicators")}</th>
          </tr>
        </thead>
        <tbody>
          {levels
            .map((level) => ({ level, told: of.filter((indicator) => indicator.levels.includes(level)) }))
            .map(({ level, told }) => (
              <tr key={level}>
                <th scope="row">{wordFor(language, "ObservationLevel", level)}</th>
                <td>
                  <details>
                    <summary>{say("indicatorsCount", { count: told.length })}</summary>
                    <ul>
                      {told.map(({ code, name }) => (
                        <li key={code}>
                          <a href={addressOf(language, "indicator", { code })}>
                            <Text of={name} language={language} />
                          </a>
                        </li>
                      ))}
                    </ul>
                  </details>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  );
};
