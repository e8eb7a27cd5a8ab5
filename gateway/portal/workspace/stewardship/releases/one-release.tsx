import { dayIn } from "../../../figures/numbers.js";
import { wordsOf } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { TextArea, Tick } from "../parts/fields.js";
import { instantIn } from "../parts/moments.js";
import { may } from "../parts/steward-page.js";
import type { Tried } from "../parts/tried.js";
import type { PortalStewardReleasesQuery } from "./releases.operation.js";
import type { Release } from "./release.js";
import { RiskReport } from "./risk-report.js";
import { releasesWords } from "./words.js";

type RegisterEntry = PortalStewardReleasesQuery["releaseRegister"][number];

interface OneProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly release: Release;
  /** What the register says of it. */
  readonly acts: readonly RegisterEntry[];
}

/** One release: what it holds, its risk, and what can be decided of it. */
export const OneRelease = ({ asked, tried, release, acts }: OneProps) => {
  const { language } = asked;
  const say = releasesWords(language);
  const { code, title, status, origin, columns, reassessOn, report } = release;
  const id = `release-${code}`;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>
        {title} ({code}) <span class={status === "BUILT" ? "mark caution" : "mark"}>{say(status)}</span>{" "}
        {origin === "SYNTHETIC" && <span class="mark caution">{say("synthetic")}</span>}
      </h2>
      <p>
        {say("columns")} {columns.map(({ label }) => wordsOf(label, language)).join(", ")}.
      </p>
      <RiskReport report={report} language={language} />
      {reassessOn && <p>{say("reassessOn", { day: dayIn(language, reassessOn) })}</p>}
      <ul>
        {acts.map(({ entry, act, at, by, reason }) => (
          <li key={entry}>
            {say(act)} · {instantIn(language, at)} · <code>{by}</code> {reason}
          </li>
        ))}
      </ul>
      {status === "BUILT" && <Decisions asked={asked} tried={tried} release={release} acts={acts} />}
    </section>
  );
};

const Decisions = ({ asked, tried, release: { code }, acts }: OneProps) => {
  const say = releasesWords(asked.language);
  const isOwn = acts.some(({ act, by }) => act === "BUILT" && by === asked.account.subject);
  return (
    <>
      {may(asked, "steward:publish") && (
        <ActForm
          asked={asked}
          id={`approve-${code}`}
          tried={tried}
          values={[["release", code]]}
          buttons={[{ act: "approve", label: say("approve", { code }), isSecondary: isOwn }]}
        >
          <p class={isOwn ? "notice caution" : undefined}>{say(isOwn ? "youBuilt" : "approveLead")}</p>
          <Tick name="confirmed" label={say("confirmRisk")} />
        </ActForm>
      )}
      {may(asked, "steward:privacy") && (
        <ActForm
          asked={asked}
          id={`discard-${code}`}
          tried={tried}
          values={[["release", code]]}
          buttons={[{ act: "discard", label: say("discard", { code }), isSecondary: true }]}
        >
          {!may(asked, "steward:publish") && <p class="notice">{say("anotherApproves")}</p>}
          <TextArea name="reason" label={say("discardReason")} hint={say("discardHint")} isRequired />
        </ActForm>
      )}
    </>
  );
};
