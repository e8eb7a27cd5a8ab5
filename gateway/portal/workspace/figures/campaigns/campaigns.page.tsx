import { addressOf, paths, type PageName } from "../../../addresses.js";
import { dayIn } from "../../../figures/numbers.js";
import type { Language } from "../../../language.js";
import { Text, wordsOf } from "../../../parts/text.js";
import { workspaceWords } from "../../words.js";
import type { WorkspacePage } from "../../workspace-page.js";
import { caseAddress } from "../case/case-links.js";
import type { Submission } from "../case/figures-case.js";
import { whenIn } from "../case/when.js";
import { returnReason, stateIn } from "../form/case-state.js";
import { type AnsweredCampaign, readCampaigns } from "./read-campaigns.js";
import { campaignsWords } from "./words.js";

/** The campaigns of an establishment: where each stands, until when, and what to do next. */
export const figuresPage: WorkspacePage = {
  name: "figures",
  path: paths.figures,
  scopes: ["figures:write"],
  async show(asked) {
    const { language } = asked;
    const say = campaignsWords(language);
    const read = await readCampaigns(asked);
    if (read === null) return null;
    return {
      title: say("title"),
      crumbs: [{ label: workspaceWords(language)("workspace"), href: addressOf(language, "workspace") }],
      body: (
        <>
          <p>{say("lead", { establishment: wordsOf(read.name, language) })}</p>
          {read.campaigns.length === 0 && <p>{say("none")}</p>}
          {read.campaigns.map((answered) => (
            <CampaignCard key={answered.campaign.code} answered={answered} language={language} />
          ))}
        </>
      ),
    };
  },
};

const CampaignCard = ({
  answered: { campaign, window, submissions },
  language,
}: {
  readonly answered: AnsweredCampaign;
  readonly language: Language;
}) => {
  const say = campaignsWords(language);
  const { from, to } = campaign.period;
  const expected = window?.offices ?? [];
  // Each office of several has its own state and its own address; what was sent of one that is no longer expected stays.
  const codes = [...new Set([...expected, ...submissions.map(({ office }) => office)])];
  const offices = (codes.length > 1 ? codes : [null]).map((office) => ({
    office,
    submission: submissions.find((one) => office === null || one.office === office) ?? null,
  }));
  const dates = [
    ...(from && to ? [say("period", { from: dayIn(language, from), to: dayIn(language, to) })] : []),
    ...(
      [
        ["opens", window?.opensAt],
        ["deadline", window?.closesAt],
        ["lock", window?.lockAt],
      ] as const
    ).flatMap(([key, at]) => (at ? [say(key, { instant: whenIn(language, at) })] : [])),
    ...(window?.lockExceptions ?? []).map(({ until, reason }) =>
      say("exception", { instant: whenIn(language, until), reason }),
    ),
  ];
  return (
    <section class="card figures-campaign" aria-labelledby={`campaign-${campaign.code}`}>
      <h2 id={`campaign-${campaign.code}`}>
        <Text of={campaign.title} language={language} />
      </h2>
      <ul>
        {dates.map((date) => (
          <li key={date}>{date}</li>
        ))}
      </ul>
      {offices.map(({ office, submission }) => (
        <OfficeState
          key={office ?? ""}
          submission={submission}
          place={{ campaign: campaign.code, office }}
          language={language}
        />
      ))}
    </section>
  );
};

// What to do next depends on where the figures stand.
const nextPage = {
  DRAFT: "figuresForm",
  SUBMITTED: "figuresReceipt",
  RETURNED: "figuresForm",
  APPROVED: "figuresReceipt",
  PUBLISHED: "figuresReceipt",
  WITHDRAWN: "figuresReceipt",
} as const satisfies Record<Submission["state"], PageName>;

const OfficeState = ({
  submission,
  place,
  language,
}: {
  readonly submission: Submission | null;
  readonly place: { readonly campaign: string; readonly office: string | null };
  readonly language: Language;
}) => {
  const say = campaignsWords(language);
  const reason = submission && returnReason(submission);
  const next = submission === null ? "figuresForm" : nextPage[submission.state];
  // What was sent is followed; what is still to be sent has its other ways too.
  const also = (
    submission === null
      ? (["figuresFile"] as const)
      : ["DRAFT", "RETURNED", "WITHDRAWN"].includes(submission.state)
        ? (["figuresForm", "figuresFile", "figuresReview", "figuresReceipt"] as const)
        : (["figuresForm"] as const)
  ).filter((page) => page !== next);
  return (
    <>
      <p>
        {say("state", { state: stateIn(language, submission) })}
        {submission && <>, {say("revision", { revision: submission.revision })}</>}
        {place.office !== null && <> · {say("office", { office: place.office })}</>}
      </p>
      {reason && <p class="notice caution">{say("returned", { reason })}</p>}
      <p>
        <a class="button" href={caseAddress(language, next, place)}>
          {say(submission === null ? "nextNone" : `next${submission.state}`)}
        </a>
      </p>
      <ul>
        {also.map((page) => (
          <li key={page}>
            <a href={caseAddress(language, page, place)}>{say(page)}</a>
          </li>
        ))}
      </ul>
    </>
  );
};
