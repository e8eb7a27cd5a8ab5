import { expect, it } from "vitest";
import { AdmissionCache } from "./admission-cache.js";

const entry = (name: string) => ({ name });

it("keeps what is asked again through a flood of what is asked once", () => {
  const cache = new AdmissionCache<{ name: string }>({ maxWeight: 1_000 });
  cache.set("portal", entry("portal"), 50);
  expect(cache.get("portal")).toEqual(entry("portal"));
  for (let index = 0; index < 50_000; index += 1) cache.set(`once ${index}`, entry("once"), 20);
  expect(cache.get("portal")).toEqual(entry("portal"));
  expect(cache.weight).toBeLessThanOrEqual(1_000);
  expect(cache.get("once 0")).toBeUndefined();
});

it("keeps what is pinned through a flood of what is asked twice", () => {
  const cache = new AdmissionCache<{ name: string }>({ maxWeight: 1_000 });
  cache.pin("pinned", entry("pinned"));
  cache.set("portal", entry("portal"), 50);
  cache.get("portal");
  for (let index = 0; index < 5_000; index += 1) {
    cache.set(`twice ${index}`, entry("twice"), 20);
    cache.get(`twice ${index}`);
  }
  expect(cache.get("pinned")).toEqual(entry("pinned"));
  expect(cache.get("portal")).toBeUndefined();
  expect(cache.weight).toBeLessThanOrEqual(1_000);
});

it("names first what was asked most", () => {
  const cache = new AdmissionCache<{ name: string }>({ maxWeight: 1_000 });
  for (const [key, uses] of [
    ["seldom", 2],
    ["often", 9],
    ["once", 1],
  ] as const) {
    cache.set(key, entry(key), 1);
    for (let use = 1; use < uses; use += 1) cache.get(key);
  }
  expect(cache.mostUsed(2)).toEqual(["often", "seldom"]);
  expect(cache.mostUsed(9)).toEqual(["often", "seldom"]);
});

it("keeps nothing that is heavier than its room", () => {
  const cache = new AdmissionCache<{ name: string }>({ maxWeight: 1_000 });
  cache.set("huge", entry("huge"), 5_000);
  expect(cache.get("huge")).toBeUndefined();
});
