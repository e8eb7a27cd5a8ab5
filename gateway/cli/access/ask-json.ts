import type { z } from "zod";
import { jsonOrNull } from "../json-or-null.js";
import { NoAnswer } from "./refusals.js";

const patienceMs = 15_000;

/** What an address answered; its body is null when it is no JSON. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks an address and reads JSON; throws NoAnswer when nobody answers. A redirect is no answer: what is sent goes there and nowhere else. */
export async function askJson(address: string, form?: URLSearchParams): Promise<JsonAnswer> {
  const response = await fetch(address, {
    ...(form === undefined ? {} : { method: "POST", body: form }),
    headers: { accept: "application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(patienceMs),
  }).catch((error: { cause?: { code?: string; message?: string }; name?: string }) => {
    const reason = error.cause?.code ?? error.cause?.message ?? error.name ?? "network";
    throw new NoAnswer({
      fr: `${address} ne répond pas (${reason}). Vérifiez l'adresse et le réseau, puis réessayez.`,
      en: `${address} does not answer (${reason}). Check the address and the network, then try again.`,
    });
  });
  const text = await response.text().catch(() => "");
  return { status: response.status, body: jsonOrNull(text) };
}

/** Reads a page that must be there and have a shape. */
export async function readPage<Shape extends z.ZodType>(
  address: string,
  shape: Shape,
): Promise<z.infer<Shape>> {
  const { status, body } = await askJson(address);
  const read = shape.safeParse(body);
  if (status === 200 && read.success) return read.data;
  const told = status === 200 ? (read.error?.issues[0]?.path.join(".") ?? "") : `HTTP ${status}`;
  throw new NoAnswer({
    fr: `${address} ne donne pas ce qui est attendu (${told}).`,
    en: `${address} does not give what is expected (${told}).`,
  });
}
