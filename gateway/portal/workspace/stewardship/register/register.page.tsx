import type { Language } from "../../../language.js";
import { French } from "../../../parts/text.js";
import { Count } from "../parts/count.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { instantIn } from "../parts/moments.js";
import { stewardPage } from "../parts/steward-page.js";
import { partsWords } from "../parts/words.js";
import { reasonIn } from "../publication/reasons.js";
import { type PortalPublicationRegisterQuery, portalPublicationRegister } from "./register.operation.js";
import { registerWords } from "./words.js";

type Entry = PortalPublicationRegisterQuery["publicationRegister"][number];

/** Every vintage that was published or withdrawn, how it was protected, and the risk that was measured. */
export const registerPage = stewardPage({
  name: "stewardRegister",
  scopes: ["steward:publish", "steward:privacy"],
  async shown({ language, ask }) {
    const { data } = await ask(portalPublicationRegister, {});
    const say = registerWords(language);
    const entries = [...data.publicationRegister].sort((one, other) => (one.at < other.at ? 1 : -1));
    return {
      title: say("title"),
      crumbs: crumbsUnderDesk(language),
      body: (
        <>
          <p>{say("lead")}</p>
          {entries.length === 0 && <p>{partsWords(language)("none")}</p>}
          {entries.map((entry) => (
            <OneEntry key={`${entry.vintage}${entry.kind}`} entry={entry} language={language} />
          ))}
        </>
      ),
    };
  },
});

const OneEntry = ({ entry, language }: { readonly entry: Entry; readonly language: Language }) => {
  const say = registerWords(language);
  const { vintage, kind, at, by, reason, parameters, risk, replaces } = entry;
  return (
    <section class="card">
      <h2>
        {vintage} · {say(kind)}
      </h2>
      <p>
        {instantIn(language, at)} · <code>{by}</code>
        {replaces && <> · {say("replaces", { vintage: replaces })}</>}
      </p>
      <p>
        <French language={language}>{reason}</French>
      </p>
      {risk && <Risk risk={risk} language={language} />}
      {parameters && (
        <p class="hint">
          {say("parameters", {
            threshold: parameters.threshold,
            sensitive: parameters.sensitiveThreshold,
            group: parameters.smallestGroup,
            dominance: parameters.dominancePercent,
            width: parameters.width,
          })}
        </p>
      )}
    </section>
  );
};

const Risk = ({ risk, language }: { risk: NonNullable<Entry["risk"]>; language: Language }) => {
  const say = registerWords(language);
  return (
    <>
      <dl class="steward-facts">
        {(["observations", "judged", "insiders", "alreadyTold"] as const).map((fact) => (
          <div key={fact}>
            <dt>{say(fact)}</dt>
            <dd>
              <Count of={risk[fact]} language={language} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{say("narrowest")}</dt>
          <dd>{risk.narrowest === null ? "—" : <Count of={risk.narrowest} language={language} />}</dd>
        </div>
      </dl>
      {risk.withheld.length > 0 && (
        <ul>
          {risk.withheld.map(({ reason, count }) => (
            <li key={reason}>
              <Count of={count} language={language} /> {say("hidden", { reason: reasonIn(language, reason) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
