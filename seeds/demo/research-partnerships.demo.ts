import { type Planting, readReference } from "../planting.js";
import { type Random, seededRandom } from "./random.js";
import { type Approach, approaches, aspects, methods, subjects } from "./research-themes.js";
import { proposed, syntheticProvenance } from "./synthetic-provenance.js";

type Text = ReturnType<typeof proposed>;
interface Study {
  readonly kind: "IN" | "ON";
  readonly subject: Text;
  readonly approach: Approach;
}
interface Unit {
  readonly code: string;
  readonly establishment: string | null;
}

const studiesIn = 45;
const studiesOn = 15;

// Research on Indigenous communities is theirs to tell: nothing is made up about their establishments.
const ownVoice = new Set([
  "clsc-naskapi",
  "rrsss-nunavik",
  "cs-inuulitsivik",
  "cs-tulattavik",
  "conseil-cri-baie-james",
]);

// Partnership means leading together; the lower degrees are led by professionals.
const engagements = [
  { degree: "INFORMATION", leadership: "PROFESSIONAL_LED" },
  { degree: "CONSULTATION", leadership: "PROFESSIONAL_LED" },
  { degree: "CONSULTATION", leadership: "PROFESSIONAL_LED" },
  { degree: "COLLABORATION", leadership: "PROFESSIONAL_LED" },
  { degree: "COLLABORATION", leadership: "PATIENT_LED" },
  { degree: "PARTNERSHIP", leadership: "CO_LED" },
  { degree: "PARTNERSHIP", leadership: "CO_LED" },
] as const;

const combined = (kind: Study["kind"], about: readonly Text[], ways: readonly Approach[]): Study[] =>
  about.flatMap((subject) => ways.map((approach) => ({ kind, subject, approach })));

const day = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

/** The days of a study: those begun lately go on, most of the others are over. */
function daysOf(random: Random): { started_on: string; ended_on: string | null } {
  const started = { year: random.integer(2019, 2025), month: random.integer(1, 12) };
  const isOver = started.year < 2024 && random.integer(1, 6) > 1;
  return {
    started_on: day(started.year, started.month, 1),
    ended_on: isOver ? day(started.year + random.integer(1, 2), random.integer(1, 12), 28) : null,
  };
}

function asPartnership(study: Study, id: string, unit: Unit | null, random: Random): object {
  const { degree, leadership } = random.pick(engagements);
  const days = daysOf(random);
  const { subject, approach } = study;
  return {
    id,
    title: proposed(`${subject.fr} : ${approach.label.fr}`, `${subject.en}: ${approach.label.en}`),
    kind: study.kind,
    unit: unit?.code ?? null,
    stages: approach.stages,
    profile: "RESEARCHER",
    degree,
    leadership,
    co_lead: leadership === "CO_LED",
    // Setting priorities alone needs no approval.
    ethics_reference: approach.stages.some((stage) => stage !== "PRIORITY_SETTING")
      ? `DEMO-${days.started_on.slice(0, 4)}-${id.slice(-3)}`
      : null,
    ...days,
    outputs: days.ended_on === null ? [] : approach.outputs,
    origin: "SYNTHETIC",
    provenance: syntheticProvenance,
  };
}

/** About 60 synthetic partnerships of one to three establishments each. */
export function researchPartnershipsDemo(): Planting {
  const random = seededRandom(2_024_0401);
  const units = readReference<Unit[]>("research-units.json");
  const places = readReference<{ code: string }[]>("establishments.json")
    .map(({ code }) => code)
    .filter((code) => !ownVoice.has(code));
  const studies = random.shuffle([
    ...random.shuffle(combined("IN", subjects, approaches)).slice(0, studiesIn),
    ...random.shuffle(combined("ON", aspects, methods)).slice(0, studiesOn),
  ]);
  const planned = studies.map((study, index) => {
    const id = `demo-research-${String(index + 1).padStart(3, "0")}`;
    const unit = random.integer(1, 5) === 1 ? null : random.pick(units);
    // The establishment that hosts the unit takes part, and coordinates.
    const hosts = [unit?.establishment ?? null, ...random.shuffle(places)].filter((code) => code !== null);
    const establishments = [...new Set(hosts)].slice(0, random.integer(1, 3));
    return {
      partnership: asPartnership(study, id, unit, random),
      parts: establishments.map((establishment, position) => ({ partnership: id, establishment, position })),
    };
  });
  return {
    name: "demo",
    beds: [
      {
        table: "research_partnerships_published.research_partnership",
        where: { origin: "SYNTHETIC" },
        rows: planned.map(({ partnership }) => partnership),
      },
      {
        table: "research_partnerships_published.research_partnership_establishment",
        rows: planned.flatMap(({ parts }) => parts),
      },
    ],
  };
}
