import { describe, expect, it } from "vitest";
import { StartError } from "../../subgraphs/offline.js";
import { readTerminalConfig } from "../config.js";
import { HubRefusal, HubUnreachable } from "../sdk/client.js";
import { openHub } from "./access/access.js";
import { AccessRefused, NoAnswer } from "./access/refusals.js";
import { endingOf, UsageError } from "./exit-code.js";
import { languageOf } from "./language.js";

const words = { fr: "Non.", en: "No." };
const refusal = (family: string) => new HubRefusal("CODE", family, words, null);

describe("how a command ends", () => {
  it.each([
    ["a call that cannot work", new UsageError(words), 2],
    ["an account that does not exist", new StartError("UNKNOWN_ACCOUNT", "Non.", "No."), 2],
    ["a closed campaign or a key used before", refusal("CONFLICT"), 1],
    ["an argument that the hub does not take", refusal("INVALID_INPUT"), 1],
    ["a token without the right", refusal("NOT_ALLOWED"), 4],
    ["a login that was refused", new AccessRefused(words), 4],
    ["a trial token that was refused", new StartError("TOKEN_REFUSED", "Non.", "No."), 4],
    ["an issuer that does not answer", new NoAnswer(words), 3],
    ["a fault of the hub", refusal("INTERNAL"), 3],
    ["a hub that does not answer", new HubUnreachable("http://127.0.0.1:1", "ECONNREFUSED"), 3],
    ["something unforeseen", new RangeError("x"), 3],
  ])("after %s", (_title, error, code) => {
    expect(endingOf(error).code).toBe(code);
  });

  it("gives the number of the request when the fault is the hub's", () => {
    expect(endingOf(new HubRefusal("INTERNAL", "INTERNAL", words, "r-1")).words.en).toBe(
      "INTERNAL: No. [r-1]",
    );
  });
});

describe("who asks which hub", () => {
  const config = readTerminalConfig({ LANG: "en_CA.UTF-8", XDG_CONFIG_HOME: "/nonexistent" });

  it("must be said", async () => {
    await expect(openHub({ url: "http://127.0.0.1:1" }, config)).rejects.toThrow("Dites qui vous êtes");
  });

  it("must be an address", async () => {
    await expect(openHub({ url: "carrefour.ca", token: "x" }, config)).rejects.toThrow("n'est pas l'adresse");
  });
});

it("speaks the language that the call asks for", () => {
  expect(languageOf(["status", "--lang", "en"])).toBe("en");
  expect(languageOf(["status", "--lang=fr"])).toBe("fr");
});
