import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { type Documents, SourceLine } from "../parts/source-line.js";
import { French, Text, wordsOf } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { PortalSharedResourcesQuery } from "./shared-resources.operation.js";
import { sharedResourceWords, typeWords } from "./words.js";

type Resource = PortalSharedResourcesQuery["sharedResources"][number];

/** One practice or tool: what it is, whose, in whose words, and how to get it. */
export const ResourceCard = ({
  language,
  one,
  documents,
}: {
  readonly language: Language;
  readonly one: Resource;
  readonly documents: Documents;
}) => {
  const say = sharedResourceWords(language);
  return (
    <li class="card" id={one.code}>
      <h3>
        <Text of={one.title} language={language} />
      </h3>
      <p>
        <span class="mark">{typeWords(language, one.type)}</span>
        {one.isSynthetic && (
          <>
            {" "}
            <span class="mark caution">{say("synthetic")}</span>
          </>
        )}
      </p>
      <p>
        <Text of={one.description} language={language} />
      </p>
      {one.partnersText && (
        <>
          <h4>{say("partners")}</h4>
          <blockquote>
            <p>
              <French language={language}>{one.partnersText}</French>
            </p>
          </blockquote>
        </>
      )}
      <dl class="resource-facts">
        <dt>{say("owner")}</dt>
        <dd>
          {one.establishment ? (
            <a href={addressOf(language, "establishment", { code: one.establishment.code })}>
              <Text of={one.establishment.name} language={language} />
            </a>
          ) : (
            say("noOwner")
          )}
        </dd>
        <dt>{say("address")}</dt>
        <dd>
          {one.url ? (
            <a href={one.url} rel="external noopener noreferrer">
              {say("open", { title: wordsOf(one.title, language) })}
            </a>
          ) : (
            say("noUrl")
          )}
        </dd>
        <ResourceFacts language={language} one={one} documents={documents} />
      </dl>
    </li>
  );
};

const ResourceFacts = ({
  language,
  one,
  documents,
}: {
  readonly language: Language;
  readonly one: Resource;
  readonly documents: Documents;
}) => {
  const say = sharedResourceWords(language);
  return (
    <>
      <dt>{say("writtenIn")}</dt>
      <dd>{languageWords(language, one.language)}</dd>
      <dt>{say("licence")}</dt>
      <dd>{one.licence === "UNSTATED" ? say("licenceUnstated") : one.licence}</dd>
      <dt>{say("evaluation")}</dt>
      <dd>{say(evaluationOf(one.evaluationStatus))}</dd>
      <dt>{say("reuse")}</dt>
      <dd>{say("reused", { count: one.reuseCount })}</dd>
      <dt>{say("source")}</dt>
      <dd>
        <SourceLine of={one.provenance} documents={documents} language={language} />
      </dd>
    </>
  );
};

const languageWords = (language: Language, code: string): string =>
  code === "fr" || code === "en" ? wordFor(language, "Language", code === "fr" ? "FR" : "EN") : code;

const evaluationOf = (status: string): "EVALUATED" | "NOT_EVALUATED" | "NOT_STATED" =>
  status === "EVALUATED" || status === "NOT_EVALUATED" ? status : "NOT_STATED";
