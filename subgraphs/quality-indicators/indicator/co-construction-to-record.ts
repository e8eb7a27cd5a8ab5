import { HubError, type ToldValue } from "../../shared/errors.js";
import { publicText, publicTexts } from "../../shared/public-text.js";
import type { CoConstructionInput } from "./co-construction.input.js";
import type { CoConstructionRecord } from "./co-construction-record.entity.js";
import { partnersKept } from "./co-construction-stage.js";

/** What a record says, once read: its indicator, its rank and when it was made come from elsewhere. */
export type ReadRecord = Omit<CoConstructionRecord, "indicator" | "number" | "recordedAt" | "isSynthetic">;

const mostPartners = 10_000;
const mostCharacters = { committee: 200, evidence: 2_000 };

const refuse = (argument: string, observed: ToldValue, expected: ToldValue): never => {
  throw new HubError("INVALID_ARGUMENT", { argument, observed, expected }, argument);
};

/** Reads a record; refuses a day to come, a number of partners that cannot be, and texts that nobody should publish. */
export function readRecord(given: CoConstructionInput, today: string): ReadRecord {
  const { stage, degree, leadership, profiles, date, evidence } = given;
  const { partners = null, committee = null } = given;
  if (date > today)
    refuse("record.date", date, { fr: `au plus tard ${today}`, en: `${today} at the latest` });
  if (partners !== null && (partners < 1 || partners > mostPartners))
    refuse("record.partners", String(partners), {
      fr: `de 1 à ${mostPartners}, ou rien`,
      en: `from 1 to ${mostPartners}, or nothing`,
    });
  return {
    stage,
    degree,
    leadership,
    ...partnersKept(partners),
    profiles: [...new Set(profiles ?? [])],
    committee:
      committee === null
        ? null
        : publicText(committee, { argument: "record.committee", mostCharacters: mostCharacters.committee }),
    date,
    evidence: publicTexts(evidence, {
      argument: "record.evidence",
      mostCharacters: mostCharacters.evidence,
    }),
  };
}
