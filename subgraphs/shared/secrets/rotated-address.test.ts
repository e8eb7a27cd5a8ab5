import { describe, expect, it } from "vitest";
import { RotatedAddress } from "./rotated-address.js";

/** An address whose file of secrets holds what a test writes in it. */
function anAddress(...secrets: string[]): { address: RotatedAddress; write(...lines: string[]): void } {
  let lines = secrets;
  return {
    address: new RotatedAddress("postgres://hub_admin@127.0.0.1/carrefour", () => lines),
    write(...written) {
      lines = written;
    },
  };
}

describe("the secret of the roles' passwords, when its file changes", () => {
  it("is used once the roles have its passwords, not before", () => {
    const { address, write } = anAddress("old");
    expect(address.announced()).toBeNull();
    write("new", "old");
    expect([address.roleSecret, address.announced()]).toEqual(["old", "new"]);
    address.adopt("new");
    expect([address.roleSecret, address.announced()]).toEqual(["new", null]);
  });

  it("is used as soon as PostgreSQL refuses the former: another process set the passwords", () => {
    const { address, write } = anAddress("old");
    write("new");
    expect(address.turnFrom("old")).toBe(true);
    expect(address.roleSecret).toBe("new");
  });

  it("gives way to the former one where the passwords were not set yet", () => {
    const { address } = anAddress("new", "old");
    expect(address.turnFrom("new")).toBe(true);
    expect(address.roleSecret).toBe("old");
  });

  it("is not tried again when there is no other", () => {
    const { address } = anAddress("old");
    expect(address.turnFrom("old")).toBe(false);
  });

  it("does not change twice for two connections that were refused at once", () => {
    const { address, write } = anAddress("old");
    write("new", "old");
    expect([address.turnFrom("old"), address.turnFrom("old")]).toEqual([true, true]);
    expect(address.roleSecret).toBe("new");
  });
});
