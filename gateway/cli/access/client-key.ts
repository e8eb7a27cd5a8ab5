import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { UsageError } from "../exit-code.js";
import type { Words } from "../../figures-file/problem.js";

/** The private key of a program, and what is to be told of its file. */
export interface ClientKey {
  readonly key: KeyObject;
  readonly warning: Words | null;
}

const shortestRsaBits = 2048;
const howTo =
  "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out cle.pem && chmod 600 cle.pem · openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out cle.pem && chmod 600 cle.pem";

/** Reads a program's private key: RSA signs RS384, P-384 signs ES384, any other is refused with how to make one. */
export async function readClientKey(path: string): Promise<ClientKey> {
  const pem = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError({
      fr: `La clé ${path} ne peut pas être lue (${error.code}).`,
      en: `The key ${path} cannot be read (${error.code}).`,
    });
  });
  const key = keyOf(pem);
  if (key === null || !isFit(key))
    throw new UsageError({
      fr: `${path} : attendu une clé privée RSA (${shortestRsaBits} bits ou plus, RS384) ou P-384 (ES384), en PEM et sans mot de passe. Pour en faire une : ${howTo}`,
      en: `${path}: expected a private key, RSA (${shortestRsaBits} bits or more, RS384) or P-384 (ES384), as PEM and without a password. To make one: ${howTo}`,
    });
  return { key, warning: await warningOf(path) };
}

function keyOf(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}

const isFit = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean =>
  asymmetricKeyType === "rsa"
    ? (asymmetricKeyDetails?.modulusLength ?? 0) >= shortestRsaBits
    : asymmetricKeyType === "ec" && asymmetricKeyDetails?.namedCurve === "secp384r1";

async function warningOf(path: string): Promise<Words | null> {
  // Windows tells nothing by these bits.
  if (process.platform === "win32" || ((await stat(path)).mode & 0o077) === 0) return null;
  return {
    fr: `Attention : d'autres comptes de cette machine peuvent lire ${path}. Fermez-le : chmod 600 ${path}`,
    en: `Warning: other accounts of this machine can read ${path}. Close it: chmod 600 ${path}`,
  };
}
