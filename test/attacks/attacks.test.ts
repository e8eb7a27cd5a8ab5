import { afterAll, beforeAll, describe } from "vitest";
import { aHub, type TestHub } from "../harness/hub.js";
import { type Score, scoreTable } from "./arena.js";
import { attacksByOffices } from "./offices.js";
import { attacksOnOneRelease } from "./one-release.js";
import { attacksOnOrder } from "./order.js";
import { attacksOnPublicFigures } from "./public-figures.js";
import { attacksOnSeveralReleases } from "./several-releases.js";

/*
 * Each attack is a script that is given what its attacker could have: public answers, a researcher's answers, what is
 * known about people. It is run against a started hub, where it must do no better than the chance that is stated, and
 * against the raw data, where it succeeds: the script works.
 */
let hub: TestHub;
const scores: Score[] = [];
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(async () => {
  process.stdout.write(`\n${scoreTable(scores)}\n`);
  await hub?.close();
});
const arena = () => ({ hub, scores });

describe("a researcher who has one release and knows much about people", () => attacksOnOneRelease(arena));
describe("a researcher who looks past what the records say", () => attacksOnOrder(arena));
describe("an office that reads a release beside its own roster", () => attacksByOffices(arena));
describe("researchers who put several releases together", () => attacksOnSeveralReleases(arena));
describe("a reader of everything that is public", () => attacksOnPublicFigures(arena));
