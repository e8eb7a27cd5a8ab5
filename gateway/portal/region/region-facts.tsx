import { addressOf } from "../addresses.js";
import { dayIn } from "../figures/numbers.js";
import { type Language, localeOf } from "../language.js";
import { SourceLine, type Documents } from "../parts/source-line.js";
import { Text, wordsOf } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { PortalRegionRegisterQuery } from "./region-register.operation.js";
import { regionWords } from "./words.js";

/** A region as the register knows it. */
export type Region = PortalRegionRegisterQuery["healthRegions"][number];

interface Asked {
  readonly language: Language;
  readonly region: Region;
}

/** What the register knows of the region: its group, its validity, whether 2024 heard from it. */
export const RegionFacts = ({
  language,
  region,
  all,
  documents,
}: Asked & { readonly all: readonly Region[]; readonly documents: Documents }) => {
  const say = regionWords(language);
  const others = all.filter(({ group, code }) => group === region.group && code !== region.code);
  const group = wordFor(language, "RegionGroup", region.group);
  const list = new Intl.ListFormat(localeOf(language)).format(
    others.map(({ name }) => wordsOf(name, language)),
  );
  return (
    <section aria-labelledby="register">
      <h2 id="register">{say("register")}</h2>
      <dl>
        <dt>{say("group")}</dt>
        <dd>{others.length > 0 ? say("groupMembers", { group, others: list }) : group}</dd>
        <dt>{say("represented")}</dt>
        <dd>{say(region.represented2024 ? "representedYes" : "representedNo")}</dd>
        <dt>{say("validity")}</dt>
        <dd>
          <Validity language={language} region={region} />
        </dd>
        <dt>{say("source")}</dt>
        <dd>
          <SourceLine of={region.provenance} documents={documents} language={language} />
        </dd>
      </dl>
    </section>
  );
};

const Validity = ({ language, region: { validFrom, validTo, validityNote } }: Asked) => {
  const say = regionWords(language);
  return (
    <>
      {!validFrom && !validTo && <p>{say("validityUnknown")}</p>}
      {validFrom && <p>{say("validFrom", { from: dayIn(language, validFrom) })}</p>}
      {validTo && <p>{say("validTo", { to: dayIn(language, validTo) })}</p>}
      <p>{validityNote ? <Text of={validityNote} language={language} /> : say("notForEver")}</p>
    </>
  );
};

/** The establishments of the region, and whether each answered in 2024. */
export const Establishments = ({ language, region }: Asked) => {
  const say = regionWords(language);
  return (
    <section aria-labelledby="establishments">
      <h2 id="establishments">{say("establishments", { count: region.establishments.length })}</h2>
      <ul>
        {region.establishments.map(({ code, name, type, represented2024 }) => (
          <li key={code}>
            <a href={addressOf(language, "establishment", { code })}>
              <Text of={name} language={language} />
            </a>{" "}
            · {wordFor(language, "EstablishmentType", type)} ·{" "}
            {say("represented2024", { words: wordFor(language, "Represented", represented2024) })}
          </li>
        ))}
      </ul>
    </section>
  );
};
