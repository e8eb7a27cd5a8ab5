import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.js";

const words = catalogue({
  fr: {
    answered: "{count, plural, one {# bureau a répondu} other {# bureaux ont répondu}} : merci",
    share: "« {name} » : {share, number, ::percent .0}",
  },
  en: {
    answered: "{count, plural, one {# office has answered} other {# offices have answered}}: thank you",
    share: "“{name}”: {share, number, ::percent .0}",
  },
});

describe("a room says its messages in both languages", () => {
  it("in French with its own plural, where zero is one, its own numbers and spaces that do not break", () => {
    const say = words("fr");
    expect(say("answered", { count: 0 })).toBe("0 bureau a répondu\u00a0: merci");
    expect(say("answered", { count: 1721 })).toBe("1\u00a0721 bureaux ont répondu\u00a0: merci");
    expect(say("share", { name: "Budget", share: 0.518 })).toBe("«\u00a0Budget\u00a0»\u00a0: 51,8\u00a0%");
  });

  it("in English with its own", () => {
    const say = words("en");
    expect(say("answered", { count: 0 })).toBe("0 offices have answered: thank you");
    expect(say("answered", { count: 1721 })).toBe("1,721 offices have answered: thank you");
    expect(say("share", { name: "Budget", share: 0.518 })).toBe("“Budget”: 51.8%");
  });

  it("and does not say a message whose place was left empty", () => {
    expect(() => words("fr")("share", { name: "Budget" })).toThrow("share");
  });
});
