import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { type StoredText, Text } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { Place } from "./chosen.js";
import { PlaceHeads } from "./compared-tables.js";
import { comparisonWords } from "./words.js";

/** What the register says of the compared establishments: region, office, represented in 2024. */
export const RegisterTable = ({
  places,
  regions,
  language,
}: {
  readonly places: readonly Place[];
  readonly regions: readonly { readonly code: string; readonly name: StoredText }[];
  readonly language: Language;
}) => {
  const say = comparisonWords(language);
  return (
    <Scroll label={say("register")}>
      <table>
        <caption>{say("register")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("fact")}</th>
            <PlaceHeads places={places} language={language} />
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say("region")}</th>
            {places.map(({ code, region }) => (
              <td key={code}>
                <RegionLink code={region.code} regions={regions} language={language} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{say("office")}</th>
            {places.map(({ code, partnershipOffice }) => (
              <td key={code}>{wordFor(language, "OfficeStatus", partnershipOffice?.status ?? "UNKNOWN")}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{say("in2024")}</th>
            {places.map(({ code, represented2024 }) => (
              <td key={code}>{wordFor(language, "Represented", represented2024)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroll>
  );
};

const RegionLink = ({
  code,
  regions,
  language,
}: {
  readonly code: string;
  readonly regions: readonly { readonly code: string; readonly name: StoredText }[];
  readonly language: Language;
}) => {
  const name = regions.find((region) => region.code === code)?.name;
  return (
    <a href={addressOf(language, "region", { code })}>
      {name ? <Text of={name} language={language} /> : code}
    </a>
  );
};
