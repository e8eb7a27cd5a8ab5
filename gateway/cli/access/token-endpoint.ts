import { z } from "zod";
import type { Words } from "../../figures-file/problem.js";
import { askJson } from "./ask-json.js";
import { AccessRefused, NoAnswer } from "./refusals.js";

// RFC 6749, s. 5.1.
const granted = z.looseObject({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive().default(60),
  refresh_token: z.string().min(1).optional(),
  id_token: z.string().min(1).optional(),
});
const refused = z.looseObject({ error: z.string(), error_description: z.string().optional() });

/** What an issuer gave. */
export interface Granted {
  readonly accessToken: string;
  readonly expiresAt: number;
  readonly refreshToken: string | null;
  readonly idToken: string | null;
}

/** The issuer answered that it gives no token; its own code, such as `invalid_grant`. */
export class TokenRefusal extends AccessRefused {
  constructor(
    readonly code: string,
    messages: Words,
  ) {
    super(messages);
  }
}

/** Asks a token endpoint; throws TokenRefusal when it says no, NoAnswer when it says nothing that can be used. */
export async function askForTokens(tokenEndpoint: string, form: URLSearchParams): Promise<Granted> {
  const askedAt = Date.now();
  const { status, body } = await askJson(tokenEndpoint, form);
  const given = status === 200 ? granted.safeParse(body) : null;
  if (given?.success) {
    const { access_token, expires_in, refresh_token, id_token } = given.data;
    return {
      accessToken: access_token,
      expiresAt: askedAt + expires_in * 1000,
      refreshToken: refresh_token ?? null,
      idToken: id_token ?? null,
    };
  }
  const no = status >= 400 && status < 500 ? refused.safeParse(body) : null;
  if (no?.success) throw refusalOf(no.data.error, no.data.error_description);
  throw new NoAnswer({
    fr: `L'émetteur n'a pas répondu comme attendu (${tokenEndpoint}, HTTP ${status}). Réessayez plus tard.`,
    en: `The issuer did not answer as expected (${tokenEndpoint}, HTTP ${status}). Try again later.`,
  });
}

const advice: Readonly<Record<string, Words>> = {
  invalid_scope: {
    fr: "Dites quelles portées demander : --scope figures:write, par exemple.",
    en: "Say which scopes to ask for: --scope figures:write, for instance.",
  },
  invalid_client: {
    fr: "L'émetteur ne connaît pas ce programme, ou pas cette clé.",
    en: "The issuer does not know this program, or not this key.",
  },
  unauthorized_client: {
    fr: "L'émetteur ne permet pas à ce programme de demander un jeton ainsi.",
    en: "The issuer does not let this program ask for a token in this way.",
  },
};

/** Words of an issuer that may be shown on a terminal. */
export const printableOf = (text: string): string => text.replace(/\p{C}+/gu, " ").slice(0, 200);

/** What an issuer's error says, and what to do about it. */
export function refusalOf(code: string, description: string | undefined): TokenRefusal {
  const said = printableOf([code, description].filter(Boolean).join(" : "));
  const { fr, en } = advice[code] ?? { fr: "", en: "" };
  return new TokenRefusal(code, {
    fr: `L'émetteur a refusé le jeton (${said}). ${fr}`.trimEnd(),
    en: `The issuer refused the token (${said}). ${en}`.trimEnd(),
  });
}
