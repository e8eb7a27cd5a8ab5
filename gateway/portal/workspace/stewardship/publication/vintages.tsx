import { Text } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { TextArea, Tick } from "../parts/fields.js";
import { instantIn } from "../parts/moments.js";
import type { Tried } from "../parts/tried.js";
import { partsWords } from "../parts/words.js";
import type { FollowedVintage } from "./read-publication.js";
import { publicationWords } from "./words.js";

interface VintagesProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly vintages: readonly FollowedVintage[];
}

/** The vintages of a campaign, and the way to take one back that discloses. */
export const Vintages = ({ asked, tried, vintages }: VintagesProps) => {
  const say = publicationWords(asked.language);
  return (
    <>
      <h2>{say("vintages")}</h2>
      {vintages.length === 0 && <p>{partsWords(asked.language)("none")}</p>}
      {vintages.map((followed) => (
        <OneVintage key={followed.vintage.code} asked={asked} tried={tried} followed={followed} />
      ))}
    </>
  );
};

interface OneProps extends Omit<VintagesProps, "vintages"> {
  readonly followed: FollowedVintage;
}

const OneVintage = ({ asked, tried, followed: { vintage, asked: firstCall } }: OneProps) => {
  const { language } = asked;
  const say = publicationWords(language);
  const { code, publishedAt, reason, status, withdrawnAt, withdrawnReason } = vintage;
  return (
    <section class="card" aria-labelledby={`vintage-${code}`}>
      <h3 id={`vintage-${code}`}>{code}</h3>
      <p>
        {say("publishedOn", { when: instantIn(language, publishedAt) })}{" "}
        <Text of={reason} language={language} />
      </p>
      {status === "WITHDRAWN" ? (
        <p class="notice caution">
          {say("withdrawnOn", { when: withdrawnAt ? instantIn(language, withdrawnAt) : "—" })}{" "}
          {withdrawnReason && <Text of={withdrawnReason} language={language} />}
        </p>
      ) : (
        <Withdrawal asked={asked} tried={tried} code={code} firstCall={firstCall} />
      )}
    </section>
  );
};

interface WithdrawalProps extends Omit<VintagesProps, "vintages"> {
  readonly code: string;
  readonly firstCall: FollowedVintage["asked"];
}

const Withdrawal = ({ asked, tried, code, firstCall }: WithdrawalProps) => {
  const { language } = asked;
  const say = publicationWords(language);
  const id = `withdraw-${code}`;
  const isOwn = firstCall?.actor === asked.account.subject;
  return (
    <details open={firstCall !== null || tried?.form === id}>
      <summary>{say("withdraw", { vintage: code })}</summary>
      <p>{say("withdrawLead")}</p>
      {firstCall && (
        <p class="notice caution">
          {say("firstCall", { who: firstCall.actor, when: instantIn(language, firstCall.at) })}{" "}
          {firstCall.reason} {say(isOwn ? "yourCall" : "secondCall")}
        </p>
      )}
      <ActForm
        asked={asked}
        id={id}
        tried={tried}
        values={[["vintage", code]]}
        buttons={[
          {
            act: "withdraw",
            label: say(firstCall ? "confirmWithdrawal" : "askWithdrawal", { vintage: code }),
            isSecondary: true,
          },
        ]}
      >
        <TextArea name="reason" label={say("reason")} hint={say("withdrawReason")} isRequired />
        <Tick name="confirmed" label={say("confirmForGood")} />
      </ActForm>
    </details>
  );
};
