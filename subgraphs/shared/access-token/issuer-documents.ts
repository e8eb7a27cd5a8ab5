import { z } from "zod";
import { type IssuerAddress, keysAddressOf } from "./issuer-address.js";
import { IssuerUnavailable } from "./token-refusal.js";
import { publishedKeys, type PublishedKeys } from "./verification-keys.js";

// An issuer that hangs, or sends without end, must not hold the hub.
const longestFetchMs = 5_000;
const largestDocumentBytes = 262_144;

const discoveryPage = z.object({ issuer: z.string(), jwks_uri: z.string() });

/** Reads an issuer's discovery page and the keys that it points at; throws IssuerUnavailable. */
export async function readIssuerKeys(address: IssuerAddress): Promise<PublishedKeys> {
  const page = await readDocument(address.discoveryUrl, discoveryPage);
  // OpenID Connect Discovery 1.0, s. 4.3: the very same text, or its keys are another issuer's.
  if (page.issuer !== address.issuer) throw new IssuerUnavailable("issuer-names-another", page.issuer);
  const keysAddress = keysAddressOf(address, page.jwks_uri);
  if (keysAddress === null) throw new IssuerUnavailable("issuer-answered-badly", "jwks_uri is not protected");
  return readDocument(keysAddress.href, publishedKeys);
}

async function readDocument<Shape extends z.ZodType>(url: string, shape: Shape): Promise<z.infer<Shape>> {
  const body = await readBody(url).catch((cause: unknown) => {
    throw cause instanceof IssuerUnavailable ? cause : new IssuerUnavailable("issuer-unreachable", cause);
  });
  try {
    return shape.parse(JSON.parse(body));
  } catch (cause) {
    throw new IssuerUnavailable("issuer-answered-badly", cause);
  }
}

async function readBody(url: string): Promise<string> {
  const response = await fetch(url, {
    // Asked too seldom to keep a connection, which the issuer may have closed by the next time.
    headers: { accept: "application/json", connection: "close" },
    // An address that moves is for the operator to follow, who trusts the new one.
    redirect: "manual",
    signal: AbortSignal.timeout(longestFetchMs),
  });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop cancels the rest.
    if (bytes > largestDocumentBytes) throw new IssuerUnavailable("issuer-answered-badly", "too large");
    chunks.push(chunk);
  }
  if (response.status !== 200) throw new IssuerUnavailable("issuer-answered-badly", response.status);
  return Buffer.concat(chunks).toString("utf8");
}
