import { HubError } from "../../shared/errors.js";

/** The refusal of an office that is not of a campaign's frame, at the argument that names it. */
export const unexpectedOffice = (campaign: string, office: string, place: string): HubError =>
  new HubError(
    "UNKNOWN_CODE",
    {
      code: office,
      what: {
        fr: `d'un bureau attendu par la campagne ${campaign}`,
        en: `of an office that campaign ${campaign} expects`,
      },
    },
    place,
  );
