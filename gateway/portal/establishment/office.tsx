import { Fragment } from "preact";
import type { Language } from "../language.js";
import type { Documents } from "../parts/source-line.js";
import { French } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { PortalEstablishmentPageQuery } from "./establishment-page.operation.js";
import { RegisterSource } from "./register-source.js";
import { Validity } from "./validity.js";
import { establishmentWords } from "./words.js";

type Office = NonNullable<PortalEstablishmentPageQuery["establishment"]>["partnershipOffice"];

/** The partnership office, as the register knows it. */
export const OfficeSection = ({
  office,
  documents,
  language,
}: {
  readonly office: Office;
  readonly documents: Documents;
  readonly language: Language;
}) => {
  const say = establishmentWords(language);
  return (
    <section aria-labelledby="office">
      <h2 id="office">{say("office")}</h2>
      {!office || office.status === "UNKNOWN" ? (
        <p>{say("officeUnknown")}</p>
      ) : (
        <Fragment>
          <p>
            {say("officeIs", { status: wordFor(language, "OfficeStatus", office.status) })}{" "}
            <Validity of={office} language={language} />
          </p>
          <p>
            <RegisterSource of={office.provenance} documents={documents} language={language} />
          </p>
        </Fragment>
      )}
      {office && office.names.length > 0 && (
        <Fragment>
          <h3>{say("officeNames")}</h3>
          <ul>
            {office.names.map(({ label, provenance }) => (
              <li key={`${label}${provenance.section}`}>
                <French language={language}>{`« ${label} »`}</French>.{" "}
                <RegisterSource of={provenance} documents={documents} language={language} />
              </li>
            ))}
          </ul>
        </Fragment>
      )}
      {office && office.status !== "UNKNOWN" && office.names.length === 0 && <p>{say("noOfficeName")}</p>}
    </section>
  );
};
