import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import type { MapRegion } from "../map/region-values.js";
import { Text } from "../parts/text.js";
import { regionsWords } from "./words.js";

/** The way to each region while their values cannot be read. */
export const RegionList = ({
  language,
  regions,
}: {
  readonly language: Language;
  readonly regions: readonly MapRegion[];
}) => (
  <>
    <h2>{regionsWords(language)("list")}</h2>
    <ul>
      {regions.map(({ code, name }) => (
        <li key={code}>
          <a href={addressOf(language, "region", { code })}>
            <Text of={name} language={language} /> ({code})
          </a>
        </li>
      ))}
    </ul>
  </>
);
