import { beforeEach, describe, expect, it } from "vitest";
import { ReplicaRule } from "./replica-rule.js";

const mostLagMs = 1_000;
let rule: ReplicaRule;
beforeEach(() => {
  rule = new ReplicaRule(mostLagMs);
  rule.hears(true, 0);
});

const learn = (askedAt: number, written: number, replayed: number): void =>
  rule.learned({ askedAt, written: BigInt(written), replayed: BigInt(replayed) });

describe("a replica", () => {
  it("serves nobody before anything is known of it", () => {
    expect(rule.maySee(1)).toBe(false);
  });

  it("serves once it has replayed what the primary had written", () => {
    learn(10, 700, 700);
    expect(rule.maySee(11)).toBe(true);
  });

  it("is known by positions of before: it need not reach a primary that goes on writing", () => {
    learn(10, 700, 650);
    expect(rule.maySee(11)).toBe(false);
    learn(20, 720, 710);
    expect(rule.maySee(21)).toBe(true);
  });

  it("does not serve after a change until it is known to hold it", () => {
    learn(10, 700, 700);
    rule.changed(15);
    expect(rule.maySee(16)).toBe(false);
    learn(20, 750, 740);
    expect(rule.maySee(21)).toBe(false);
    learn(30, 760, 750);
    expect(rule.maySee(31)).toBe(true);
  });

  it("is not trusted by a question that was asked before the change was told", () => {
    rule.changed(15);
    learn(14, 700, 700);
    expect(rule.maySee(16)).toBe(false);
  });

  it("does not serve when nothing it holds is known to be late enough", () => {
    learn(10, 700, 700);
    expect([rule.maySee(1_010), rule.maySee(1_011)]).toEqual([true, false]);
    learn(1_020, 800, 750);
    expect([rule.maySee(1_021), rule.isBehind(1_021)]).toEqual([false, true]);
  });

  it("does not serve while changes are not told, nor afterwards before it holds what was missed", () => {
    learn(10, 700, 700);
    rule.hears(false, 20);
    learn(30, 700, 700);
    expect(rule.maySee(31)).toBe(false);
    rule.hears(true, 40);
    expect(rule.maySee(41)).toBe(false);
    learn(50, 700, 700);
    expect(rule.maySee(51)).toBe(true);
  });

  it("that went away is as good as unknown", () => {
    learn(10, 700, 700);
    rule.forget();
    expect(rule.maySee(11)).toBe(false);
  });
});
