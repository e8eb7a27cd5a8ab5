import { describe, expect, it } from "vitest";
import { HubError } from "./errors.js";

describe("a refusal", () => {
  it("tells each language its own words, and both the same code", () => {
    const what = { fr: "d'une campagne", en: "of a campaign" };
    const { message, extensions } = new HubError("UNKNOWN_CODE", { code: "1999", what }, "campaign");
    expect(message).toBe("« 1999 » n'est pas le code d'une campagne.");
    expect(extensions).toMatchObject({
      code: "UNKNOWN_CODE",
      place: "campaign",
      messages: { fr: message, en: "“1999” is not the code of a campaign." },
    });
  });
});
