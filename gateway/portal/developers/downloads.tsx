import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { developersWords } from "./words.js";

const files = [
  ["/data/indicators.csv", "csv"],
  ["/data/indicators.json", "jsonStat"],
  ["/data/catalogue.jsonld", "dcat"],
  ["/data/audit/heads.json", "auditHeads"],
] as const;

/** The files that anyone may download. */
export const Downloads = ({ language }: { readonly language: Language }) => {
  const say = developersWords(language);
  const feed = addressOf(language, "vintagesFeed");
  return (
    <>
      <Scroll label={say("downloadsCaption")}>
        <table>
          <caption>{say("downloadsCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("file")}</th>
              <th scope="col">{say("content")}</th>
            </tr>
          </thead>
          <tbody>
            {[...files, [feed, "atom"] as const].map(([path, told]) => (
              <tr key={path}>
                <th scope="row">
                  <a href={path}>
                    <code>{path}</code>
                  </a>
                </th>
                <td>{say(told)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>{say("masked")}</p>
    </>
  );
};
