import type { Language } from "../language.js";
import type { PortalActivePartnersQuery } from "./active-partners.operation.js";
import { Code } from "./code.js";
import { askedByHash, examplesAt } from "./examples.js";
import { developersWords } from "./words.js";

interface ExamplesProps {
  readonly publicUrl: string;
  readonly language: Language;
}

/** One question in four languages, and what it gives today. */
export const Examples = ({
  publicUrl,
  language,
  answer,
}: ExamplesProps & { readonly answer: PortalActivePartnersQuery | null }) => {
  const say = developersWords(language);
  return (
    <>
      <p>{say("examplesLead")}</p>
      {examplesAt(publicUrl).map(({ name, runBy, code }) => (
        <section key={name} aria-labelledby={`exemple-${name}`}>
          <h3 id={`exemple-${name}`}>{name}</h3>
          <p>
            {say("examplesRun")} <code>{runBy}</code>
          </p>
          {name === "R" && <p>{say("examplesR")}</p>}
          <Code label={say("exampleOf", { name })} language={language}>
            {code}
          </Code>
        </section>
      ))}
      {answer && (
        <>
          <h3>{say("answer")}</h3>
          <details>
            <summary>JSON</summary>
            <Code label={say("answer")} language={language}>
              {JSON.stringify({ data: answer }, null, 2)}
            </Code>
          </details>
        </>
      )}
      <p>{say("client")}</p>
    </>
  );
};

/** How a question is asked by its hash. */
export const ByHash = ({
  publicUrl,
  language,
  isRestricted,
}: ExamplesProps & { readonly isRestricted: boolean }) => {
  const say = developersWords(language);
  return (
    <>
      <p>{say("byHashText")}</p>
      {isRestricted && <p class="notice">{say("byHashRestricted")}</p>}
      <Code label={say("byHashExample")} language={language}>
        {askedByHash(publicUrl)}
      </Code>
    </>
  );
};
