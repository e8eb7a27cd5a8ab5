/* eslint-disable no-console -- held back here is the one warning that the library prints as it loads, see below */
import type * as OidcProvider from "oidc-provider";

let loading: Promise<typeof OidcProvider> | null = null;

/** Loads the issuer's library, half a second of work, only where a development issuer is asked something. */
export const loadProvider = (): Promise<typeof OidcProvider> => (loading ??= load());

const expectedWarning = "oidc-provider WARNING: Unsupported runtime.";

async function load(): Promise<typeof OidcProvider> {
  // Node 22 has URL.parse, the last releases of Node 20 too; the library calls it.
  URL.parse ??= (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null);
  // The library warns of Node 20, on which this hub is tested; no other word to the terminal is held back.
  const warn = console.warn;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes(expectedWarning)) warn(...words);
  };
  try {
    return await import("oidc-provider");
  } finally {
    console.warn = warn;
  }
}
