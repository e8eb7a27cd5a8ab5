import { describe, expect, it } from "vitest";
import { sectorOfPlan } from "./activities-2024.js";
import { syntheticSubmissions2024 } from "./answers-2024.js";
import { syntheticSubmissions2025 } from "./answers-2025-2026.js";
import { questionsAsked, totalsOf } from "./instrument.js";
import { officesOfRegister } from "./offices.js";
import type { SyntheticAnswer } from "./synthetic-submission.js";

type Response = readonly SyntheticAnswer[];
type Instrument = "2024" | "2025-2026";

const words = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
const marks = (response: Response, code: string): readonly string[] =>
  response.find(({ question }) => question === code)?.choices ?? [];
const number = (response: Response, code: string): number =>
  response.find(({ question }) => question === code)?.number ?? NaN;

/** What the form would refuse, or ask a comment for, in one response. */
function faults(response: Response, instrument: Instrument, isSecond: boolean): string[] {
  const found: string[] = [];
  const blame = (rule: string, question: string, isFault: boolean): void => {
    if (isFault) found.push(`${rule} ${question}`);
  };
  const questions = questionsAsked(instrument);
  for (const answer of response) {
    const question = questions.find(({ code }) => code === answer.question);
    if (!question) {
      found.push(`unknown question ${answer.question}`);
      continue;
    }
    const { type, constraints } = question;
    const values = [answer.number, answer.text, answer.choices, answer.missing];
    blame("one value", answer.question, values.filter((value) => value !== undefined).length !== 1);
    const times = response.filter((other) => other.question === answer.question).length;
    blame("V02", answer.question, times > 1 && type !== "TEXTS");
    if (answer.missing) continue;
    if (type === "CHOICE" || type === "CHOICES") {
      const codes = new Set(question.choices?.map(({ code }) => code));
      const chosen = answer.choices ?? [];
      blame("unknown choice", answer.question, !chosen.every((code) => codes.has(code)));
      blame("repeated choice", answer.question, new Set(chosen).size !== chosen.length);
      blame(
        "number of choices",
        answer.question,
        chosen.length < 1 || (type === "CHOICE" && chosen.length > 1),
      );
      const alone = question.choices?.find((choice) => choice.alone && chosen.includes(choice.code));
      blame("alone", answer.question, alone !== undefined && chosen.length > 1);
    } else if (type === "INTEGER" || type === "DECIMAL") {
      const value = answer.number ?? NaN;
      blame("V05", answer.question, value !== Number(value.toFixed(constraints.decimals)));
      blame("V05", answer.question, value < (constraints.minimum ?? value));
      blame("V05", answer.question, value > (constraints.maximum ?? value));
    } else {
      blame("V05", answer.question, !answer.text || answer.text !== answer.text.trim());
      blame("V06", answer.question, words(answer.text ?? "") > (constraints.maximumWords ?? Infinity));
      blame("V06", answer.question, (answer.text ?? "").length > (constraints.maximumCharacters ?? Infinity));
    }
  }
  for (const { code, required, requiredWhenCondition, condition } of questions) {
    const isGiven = response.some(({ question }) => question === code);
    const isLeftToFirst = isSecond && (code === "B6" || code === "B7");
    blame("V18", code, required && !isGiven && !isLeftToFirst);
    blame("V02", code, isGiven && isLeftToFirst);
    if (!condition) continue;
    // V03, V04: what is asked beside a choice is given if, and for write-ins only if, it was chosen.
    const isMet = marks(response, condition.question).includes(condition.choice);
    blame("V03/V04", code, (isGiven && !isMet) || (requiredWhenCondition && isMet && !isGiven));
  }
  for (const { kind, questions: added, other } of totalsOf(instrument)) {
    const [sum, most] = [added, other].map((codes) =>
      codes.reduce((total, code) => total + number(response, code), 0),
    ) as [number, number];
    blame(kind, added.join(), kind === "SAME_TOTAL" ? sum < most || sum > most : sum > most);
  }
  blame("V07", "B5b", number(response, "B5b") > number(response, "B5a"));
  blame("V09", "B7", number(response, "B7") > number(response, "B6"));
  const [budget] = marks(response, "B4");
  blame("V11", "B4", budget === "B0_50K" && number(response, "B5b") >= 1);
  const [offer, activities] = [marks(response, "C1"), marks(response, "C5")];
  for (const [offered, done] of [
    ["TRAINING", ["TRAIN_PATIENTS", "TRAIN_PROFESSIONALS", "TRAIN_MANAGERS"]],
    ["IDENTIFICATION_RECRUITMENT", ["IDENTIFY", "RECRUIT"]],
    ["COACHING", ["COACH_USERS", "SUPPORT_TEAM"]],
  ] as const)
    blame("V14", offered, offer.includes(offered) !== done.some((activity) => activities.includes(activity)));
  for (const plan of marks(response, "C3")) {
    const sector = sectorOfPlan.get(plan);
    blame("V15", plan, sector !== undefined && !marks(response, "C2").includes(sector));
  }
  return found;
}

const years = [
  { instrument: "2024", submissions: syntheticSubmissions2024() },
  { instrument: "2025-2026", submissions: syntheticSubmissions2025() },
] as const;

describe.each(years)("the demonstration answers of $instrument", ({ instrument, submissions }) => {
  const cases = submissions.flatMap(({ establishment, responses }) =>
    responses.map((response, rank) => ({ establishment, rank, response })),
  );

  it.each(cases)("break no rule of the form: $establishment, response $rank", ({ response, rank }) => {
    expect(faults(response, instrument, rank > 0)).toEqual([]);
  });

  it("say in every free text that they are synthetic, but for the one directorate that the source names", () => {
    const texts = cases.flatMap(({ response }) => response.flatMap(({ text }) => text ?? []));
    expect(texts.length).toBeGreaterThan(100);
    const others = new Set(texts.filter((text) => !/synthétique/i.test(text)));
    expect([...others].every((text) => text.startsWith("Direction déléguée"))).toBe(true);
    expect(others.size).toBeLessThanOrEqual(1);
  });
});

describe("the demonstration answers of any seed", () => {
  const seeds = Array.from({ length: 25 }, (_, seed) => seed);

  it("break no rule of the form", () => {
    for (const seed of seeds) {
      const found = [
        ...syntheticSubmissions2024(seed).flatMap(({ responses }) =>
          responses.flatMap((response, rank) => faults(response, "2024", rank > 0)),
        ),
        ...syntheticSubmissions2025(seed).flatMap(({ responses }) =>
          responses.flatMap((response) => faults(response, "2025-2026", false)),
        ),
      ];
      expect({ seed, found }).toEqual({ seed, found: [] });
    }
  });

  it("leave the CIUSSS de l'Estrie – CHUS to whoever tries the hub", () => {
    for (const seed of seeds)
      expect(syntheticSubmissions2025(seed).map(({ establishment }) => establishment)).not.toContain(
        "ciusss-estrie-chus",
      );
  });
});

describe("the check of the form", () => {
  const [{ submissions }] = years;
  const sound = (submissions[0]?.responses[0] ?? []) as Response;
  const changing = (code: string, change: object): Response =>
    sound.map((answer) => (answer.question === code ? { question: code, ...change } : answer));

  it.each([
    ["a required question without an answer", sound.filter(({ question }) => question !== "B3"), "V18 B3"],
    ["a choice of no question", changing("B3", { choices: ["GT9"] }), "unknown choice B3"],
    ["a question of no form", [...sound, { question: "Z9", number: 1 }], "unknown question Z9"],
    ["« Autre » without its text", changing("C2", { choices: ["OTHER"] }), "V03/V04 C2.other"],
    ["more than 150 words", changing("D", { text: "mot ".repeat(151).trim() }), "V06 D"],
    ["a third decimal", changing("B5b", { number: 0.405 }), "V05 B5b"],
    ["two values at once", changing("B6", { number: 50, missing: "NOT_ANSWERED" }), "one value B6"],
  ])("sees %s", (_name, response, fault) => {
    expect(faults(sound, "2024", false)).toEqual([]);
    expect(faults(response, "2024", false)).toContain(fault);
  });
});

describe("the demonstration submissions of 2025-2026", () => {
  const submissions = syntheticSubmissions2025();

  it("come from twenty offices of the register, with one response each", () => {
    const register = new Map(officesOfRegister.map(({ establishment, office }) => [establishment, office]));
    expect(new Set(submissions.map(({ establishment }) => establishment)).size).toBe(20);
    for (const { establishment, office, responses } of submissions) {
      expect(office).toBe(register.get(establishment));
      expect(responses).toHaveLength(1);
    }
  });

  it("hold at least five offices of each peer group, so that its shares can be published", () => {
    const groups = new Map(
      officesOfRegister.map(({ establishment, peerGroup }) => [establishment, peerGroup]),
    );
    for (const group of ["CISSS", "CIUSSS", "CHU_INSTITUT"])
      expect(
        submissions.filter(({ establishment }) => groups.get(establishment) === group).length,
      ).toBeGreaterThanOrEqual(5);
  });

  it("change the numbers of partners by less than half, and never take years away from an office", () => {
    const before = new Map(
      syntheticSubmissions2024().map(({ establishment, responses }) => [
        establishment,
        responses[0] as Response,
      ]),
    );
    const bands = ["LT1", "Y1_3", "Y3_5", "GT5"];
    const both = submissions.flatMap(({ establishment, responses }) => {
      const earlier = before.get(establishment);
      return earlier ? [{ earlier, now: responses[0] as Response }] : [];
    });
    expect(both.length).toBeGreaterThan(10);
    for (const { earlier, now } of both) {
      for (const code of ["B6", "B7"])
        expect(Math.abs(number(now, code) - number(earlier, code))).toBeLessThan(number(earlier, code) / 2);
      expect(bands.indexOf(marks(now, "B3")[0] ?? "")).toBeGreaterThanOrEqual(
        bands.indexOf(marks(earlier, "B3")[0] ?? ""),
      );
    }
  });

  it("answer the optional module G in most offices, and not in all", () => {
    const answering = submissions.filter(({ responses }) =>
      responses.flat().some(({ question }) => question === "G1.PARTNERSHIP"),
    );
    expect(answering.length).toBeGreaterThan(14);
    expect(answering.length).toBeLessThan(submissions.length);
  });

  it("are the same each time that they are made", () => {
    expect(syntheticSubmissions2025()).toEqual(submissions);
  });
});
