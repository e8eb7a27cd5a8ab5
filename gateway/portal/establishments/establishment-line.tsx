import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Text } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import type { PortalEstablishmentListQuery } from "./establishment-list.operation.js";
import { TypeName } from "./type-name.js";
import { establishmentsWords } from "./words.js";

/** An establishment in the list: its name, its type, whether it was represented, its office. */
export const EstablishmentLine = ({
  of,
  language,
}: {
  readonly of: PortalEstablishmentListQuery["establishments"][number];
  readonly language: Language;
}) => {
  const say = establishmentsWords(language);
  const status = of.partnershipOffice?.status ?? "UNKNOWN";
  return (
    <li>
      <a href={addressOf(language, "establishment", { code: of.code })}>
        <Text of={of.shortName} language={language} />
      </a>{" "}
      <span class="type-of-place">
        <TypeName type={of.type} language={language} />
      </span>{" "}
      <span class="place-facts">
        {say("represented", { answer: wordFor(language, "Represented", of.represented2024) })}
        {" · "}
        {say("office", { status: wordFor(language, "OfficeStatus", status) })}
      </span>
    </li>
  );
};
