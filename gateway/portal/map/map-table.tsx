import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Engagement } from "../parts/engagement.js";
import { Scroll } from "../parts/scroll.js";
import { ShownValue } from "../parts/shown-value.js";
import { Text } from "../parts/text.js";
import type { MapMeasure } from "./region-values.js";
import { mapWords } from "./words.js";

/** The table behind the map: every region, its value or why there is none. */
export const MapTable = ({
  language,
  of,
  measure,
}: {
  readonly language: Language;
  readonly of: MapMeasure;
  readonly measure: string;
}) => {
  const say = mapWords(language);
  const hasEngagement = of.regions.some(({ value }) => value && value.engagement.length > 0);
  return (
    <Scroll label={say("table", { measure })}>
      <table class="map-table">
        <caption>{say("table", { measure })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("region")}</th>
            <th scope="col">{say("value")}</th>
            {hasEngagement && <th scope="col">{say("engagement")}</th>}
          </tr>
        </thead>
        <tbody>
          {of.regions.map(({ region, value }) => (
            <tr key={region.code} data-code={region.code}>
              <th scope="row">
                <a href={addressOf(language, "region", { code: region.code })}>
                  <Text of={region.name} language={language} /> ({region.code})
                </a>
              </th>
              <td>{value ? <ShownValue of={value} language={language} /> : say("absent")}</td>
              {hasEngagement && (
                <td>{value && <Engagement language={language} of={value.engagement} title={false} />}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
