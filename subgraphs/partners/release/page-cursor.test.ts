import { describe, expect, it } from "@jest/globals";
import { cursorOfPosition, positionOfCursor } from "./page-cursor.js";

const scope = { release: "partenaires-1", agreement: "entente-1", secret: "secret" };
const refusalOf = (cursor: string, within = scope): unknown => {
  try {
    return positionOfCursor(within, cursor);
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
};

describe("the cursor of a page of records", () => {
  it("gives back the place it was made for", () => {
    expect(positionOfCursor(scope, cursorOfPosition(scope, 50))).toBe(50);
  });

  it.each([
    ["another release", { ...scope, release: "partenaires-2" }],
    ["another agreement", { ...scope, agreement: "entente-2" }],
    ["another hub", { ...scope, secret: "other" }],
  ])("is refused for %s", (_case, other) => {
    expect(refusalOf(cursorOfPosition(scope, 50), other)).toBe("INVALID_CURSOR");
  });

  it("is refused when one character is changed, added or taken away", () => {
    const cursor = cursorOfPosition(scope, 50);
    for (let place = 0; place < cursor.length; place += 1) {
      const other = cursor[place] === "A" ? "B" : "A";
      expect(refusalOf(cursor.slice(0, place) + other + cursor.slice(place + 1))).toBe("INVALID_CURSOR");
    }
    for (const wrong of ["", "A", "50", `${cursor}A`, `${cursor}=`, cursor.slice(1)])
      expect(refusalOf(wrong)).toBe("INVALID_CURSOR");
  });
});
