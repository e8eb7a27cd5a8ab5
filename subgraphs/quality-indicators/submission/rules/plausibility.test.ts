import { describe, expect, it } from "vitest";
import type { Answer } from "../answer.js";
import { context, found } from "../testing/a-context.js";
import { form2025, fullAnswers } from "../testing/a-push.js";
import { rules } from "./index.js";
import { issuesOf, type PushContext } from "./rule.js";

type Changes = Record<string, Partial<Answer> | null>;
const lastYear = (changes: Changes = {}): Partial<PushContext> => ({
  previous: { campaign: "2024", answers: fullAnswers(changes) },
});
const { choices: offer = [] } = fullAnswers().find(({ question }) => question === "C1")!;
const { choices: activities = [] } = fullAnswers().find(({ question }) => question === "C5")!;
const { choices: sectors = [] } = fullAnswers().find(({ question }) => question === "C2")!;
const { choices: plans = [] } = fullAnswers().find(({ question }) => question === "C3")!;
const without = (choices: readonly string[] | null, ...left: string[]): Partial<Answer> => ({
  choices: (choices ?? []).filter((choice) => !left.includes(choice)),
});
const withMore = (choices: readonly string[] | null, ...more: string[]): Partial<Answer> => ({
  choices: [...(choices ?? []), ...more],
});

describe("what is plausible in a year of figures", () => {
  it.each<[string, Changes, Partial<PushContext>]>([
    ["as many FTE as people (V07)", { B5a: { number: 2 }, B5b: { number: 2 } }, {}],
    ["the smallest and the largest usual team (V08)", { B5a: { number: 15 }, B5b: { number: 0.1 } }, {}],
    ["eight FTE (V08)", { B5a: { number: 8 }, B5b: { number: 8 } }, {}],
    ["a partner in the pool, one active (V10)", { B6: { number: 1 }, B7: { number: 1 } }, {}],
    ["a small budget with half a person (V11)", { B4: { choices: ["B0_50K"] }, B5b: { number: 0.99 } }, {}],
    ["a large budget with one person (V11)", { B4: { choices: ["GT250K"] }, B5b: { number: 1 } }, {}],
    ["an office that grew older (V12)", {}, lastYear({ B3: { choices: ["Y1_3"] }, B6: { number: 59 } })],
    ["an age that was not told before (V12)", {}, lastYear({ B3: null, B6: { number: 59 } })],
    ["half more partners (V13)", {}, lastYear({ B6: { number: 40 }, B7: { number: 20 } })],
    [
      "nine partners where there was one (V13)",
      { B6: { number: 10 }, B7: { number: 10 } },
      lastYear({ B6: { number: 1 }, B7: { number: 1 } }),
    ],
    ["a pool that was not counted before (V13)", {}, lastYear({ B6: { missing: "DOES_NOT_KNOW" } })],
    [
      "training offered and given to one group (V14)",
      { C1: withMore(offer, "TRAINING"), C5: withMore(activities, "TRAIN_MANAGERS") },
      {},
    ],
    ["activities that nobody tells (V14, V16)", { C5: { missing: "NOT_ANSWERED" } }, {}],
    ["a plan that ends during the year (V17)", { C3: withMore(plans, "MENTAL_HEALTH_2022_26") }, {}],
    [
      "a programme without years, whatever the year (V17)",
      { C2: withMore(sectors, "ONCOLOGY"), C3: { choices: ["ONCOLOGY_PROGRAMME"] } },
      { period: { from: "2040-04-01", to: "2041-03-31" } },
    ],
    ["one number changed since last year (V21)", { B5b: { number: 3.2 } }, lastYear()],
    ["long-term care in an integrated centre (V26)", {}, { peerGroup: "CISSS" }],
    [
      "a university hospital without long-term care (V26)",
      { C2: without(sectors, "LONG_TERM_CARE"), C3: without(plans, "LTC_2021_26", "SENIORS_HOMES") },
      { peerGroup: "CHU_INSTITUT" },
    ],
  ])("lets %s pass", (_title, changes, push) => {
    expect(found(fullAnswers(changes), push)).toEqual([]);
  });

  it.each<[string, Changes, Partial<PushContext>, string[]]>([
    [
      "more FTE than people",
      { B5a: { number: 2 }, B5b: { number: 2.01 } },
      {},
      ["V07 MORE_FTE_THAN_PERSONS B5b"],
    ],
    ["sixteen people", { B5a: { number: 16 } }, {}, ["V08 UNUSUAL_TEAM B5a"]],
    ["no FTE at all", { B5b: { number: 0 } }, {}, ["V08 UNUSUAL_TEAM B5b"]],
    ["nine FTE", { B5a: { number: 9 }, B5b: { number: 8.01 } }, {}, ["V08 UNUSUAL_TEAM B5b"]],
    ["activities without anyone active", { B7: { number: 0 } }, {}, ["V10 ACTIVITY_WITHOUT_PARTNERS B7"]],
    [
      "levels of involvement without a pool",
      { B6: { number: 0 }, B7: { missing: "DOES_NOT_KNOW" }, C5: { missing: "NOT_ANSWERED" } },
      {},
      ["V10 ACTIVITY_WITHOUT_PARTNERS B6"],
    ],
    [
      "a person paid from a small budget",
      { B4: { choices: ["B0_50K"] }, B5b: { number: 1 } },
      {},
      ["V11 BUDGET_TOO_SMALL_FOR_TEAM B4"],
    ],
    [
      "a large budget for less than a person",
      { B4: { choices: ["GT250K"] }, B5b: { number: 0.99 } },
      {},
      ["V11 BUDGET_TOO_LARGE_FOR_TEAM B4"],
    ],
    [
      "an office younger than before",
      { B3: { choices: ["Y1_3"] } },
      lastYear({ B6: { number: 59 } }),
      ["V12 YOUNGER_THAN_BEFORE B3"],
    ],
    [
      "a pool that more than halved, and active partners from none",
      {},
      lastYear({ B6: { number: 121 }, B7: { number: 0 } }),
      ["V13 LARGE_CHANGE B6", "V13 LARGE_CHANGE B7"],
    ],
    ["training offered, not given", { C1: withMore(offer, "TRAINING") }, {}, ["V14 OFFERED_NOT_DONE C5"]],
    [
      "training given, not offered",
      { C5: withMore(activities, "TRAIN_PATIENTS") },
      {},
      ["V14 DONE_NOT_OFFERED C1"],
    ],
    [
      "recruitment offered, not done",
      { C5: without(activities, "IDENTIFY", "RECRUIT") },
      {},
      ["V14 OFFERED_NOT_DONE C5"],
    ],
    [
      "recruitment done, not offered",
      { C1: without(offer, "IDENTIFICATION_RECRUITMENT") },
      {},
      ["V14 DONE_NOT_OFFERED C1"],
    ],
    ["coaching offered, not done", { C1: withMore(offer, "COACHING") }, {}, ["V14 OFFERED_NOT_DONE C5"]],
    [
      "coaching done, not offered",
      { C5: withMore(activities, "SUPPORT_TEAM") },
      {},
      ["V14 DONE_NOT_OFFERED C1"],
    ],
    ...(
      [
        ["ONCOLOGY_PROGRAMME", "ONCOLOGY"],
        ["AIRE_OUVERTE", "YOUTH"],
        ["AGIR_TOT", "YOUTH"],
        ["LTC_2021_26", "LONG_TERM_CARE"],
        ["SENIORS_HOMES", "LONG_TERM_CARE"],
        ["MENTAL_DISORDERS_PQPTM", "MENTAL_HEALTH_ADDICTION"],
        ["MENTAL_HEALTH_2022_26", "MENTAL_HEALTH_ADDICTION"],
        ["PRIMARY_CARE_ACCESS_POINT", "PRIMARY_CARE"],
      ] as const
    ).map(([plan, sector]): [string, Changes, Partial<PushContext>, string[]] => [
      `${plan} without ${sector}`,
      { C2: without(sectors, sector), C3: { choices: [plan] } },
      {},
      ["V15 PLAN_WITHOUT_SECTOR C3"],
    ]),
    [
      "the tactical level without accreditation",
      { C5: without(activities, "ACCREDITATION") },
      {},
      ["V16 TACTICAL_WITHOUT_ACCREDITATION C5"],
    ],
    [
      "accreditation without the tactical level",
      { C4: { choices: ["CLINICAL"] } },
      {},
      ["V16 ACCREDITATION_WITHOUT_TACTICAL C4"],
    ],
    [
      "a plan that ended the day before the year began",
      { C3: withMore(plans, "PALLIATIVE_2020_25") },
      {},
      ["V17 PLAN_OUTSIDE_PERIOD C3"],
    ],
    ["the numbers of last year", {}, lastYear(), ["V21 SAME_AS_LAST_YEAR A2.6.count"]],
    [
      "figures after the deadline",
      {},
      { missedDeadline: new Date("2026-07-01T04:00:00Z") },
      ["V23 LATE campaign"],
    ],
    [
      "long-term care in a university hospital",
      { C3: without(plans, "LTC_2021_26", "SENIORS_HOMES") },
      { peerGroup: "CHU_INSTITUT" },
      ["V26 SELDOM_IN_A_HOSPITAL C2"],
    ],
  ])("tells of %s", (_title, changes, push, expected) => {
    expect(found(fullAnswers(changes), push)).toEqual(expected);
  });

  it("says it in the words of the form, with the figures to compare and the days in Toronto", () => {
    const answers = fullAnswers({ B3: { choices: ["Y1_3"] }, B6: { number: 200 } });
    const told = issuesOf(rules, answers, form2025, {
      ...context,
      ...lastYear(),
      missedDeadline: new Date("2026-07-01T03:59:00Z"),
    });
    expect(told.map(({ rule, messages, expected }) => [rule, messages.fr, expected])).toEqual([
      [
        "V12",
        "B3 dit que votre bureau est plus jeune (« 1-3 ans ») qu'à la campagne 2024 (« Plus de 5 ans »). Corrigez, ou déclarez en commentaire le bris de service ou la nouvelle création.",
        "≥ GT5",
      ],
      [
        "V13",
        "B6 passe de 60 (campagne 2024) à 200 : plus de la moitié de différence. Corrigez, ou dites en commentaire ce qui a changé.",
        "30–90",
      ],
      [
        "V23",
        "L'échéance du 2026-06-30 est passée : vos données sont prises, et marquées en retard.",
        "< 2026-07-01T03:59:00.000Z",
      ],
    ]);
  });
});
