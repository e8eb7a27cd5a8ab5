import { dataLicences } from "../../downloads/indicators/data-licence.js";
import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import type { ToldSettings } from "../page/told-settings.js";
import { developersWords } from "./words.js";

/** Under which licence the data may be used again. */
export const LicencePart = ({
  settings: { licence },
  language,
}: {
  readonly settings: ToldSettings;
  readonly language: Language;
}) => {
  const say = developersWords(language);
  const { label, url } = dataLicences[licence];
  return (
    <>
      <p>
        {url === null ? (
          say("licenceUnstated")
        ) : (
          <>
            {say("licenceComputed")} <a href={url}>{label[language]}</a>.
          </>
        )}{" "}
        {say("licencePrinted")}{" "}
        <a href={`${addressOf(language, "about")}#sources`}>{say("licenceSources")}</a>.
      </p>
      <p>{say("cite")}</p>
    </>
  );
};
