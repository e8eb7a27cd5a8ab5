import { addressOf } from "../addresses.js";
import { dayIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { knownDaysIn } from "../parts/campaign-days.js";
import { Text } from "../parts/text.js";
import type { PortalHomeQuery } from "./home.operation.js";
import { homeWords } from "./words.js";

type Campaign = PortalHomeQuery["campaigns"][number];
type Vintage = Campaign["vintages"][number];

const mostVintages = 3;

// When a vintage last changed: a withdrawal is news too.
const changedAt = ({ publishedAt, withdrawnAt }: Vintage): string => withdrawnAt ?? publishedAt;

/** The last vintages, each with its day and its reason, and the campaigns that have none yet. */
export const News = ({
  campaigns,
  language,
}: {
  readonly campaigns: readonly Campaign[];
  readonly language: Language;
}) => {
  const say = homeWords(language);
  const vintages = campaigns
    .flatMap((campaign) => campaign.vintages.map((vintage) => ({ campaign, vintage })))
    .toSorted((one, other) => (changedAt(one.vintage) < changedAt(other.vintage) ? 1 : -1))
    .slice(0, mostVintages);
  // A campaign without an instrument was not collected here: it has nothing to wait for.
  const waiting = campaigns.filter(
    (campaign) => campaign.vintages.length === 0 && campaign.instrument !== null,
  );
  return (
    <section aria-labelledby="news">
      <h2 id="news">{say("news")}</h2>
      {vintages.length === 0 ? (
        <p>{say("noNews")}</p>
      ) : (
        <ul class="news">
          {vintages.map(({ campaign, vintage }) => (
            <VintageNews key={vintage.code} campaign={campaign} of={vintage} language={language} />
          ))}
        </ul>
      )}
      {waiting.length > 0 && <h3>{say("campaigns")}</h3>}
      {waiting.map((campaign) => (
        <p key={campaign.code} class="news">
          <strong>
            <Text of={campaign.title} language={language} />.
          </strong>{" "}
          {say("noVintage")} {knownDaysIn(language, campaign)} <Text of={campaign.note} language={language} />
        </p>
      ))}
      <ul class="ways-on">
        <li>
          <a href={addressOf(language, "workspace")}>{say("sendFigures")}</a>
        </li>
        <li>
          <a href={addressOf(language, "changeLog")}>{say("changeLog")}</a>
        </li>
      </ul>
    </section>
  );
};

const VintageNews = ({
  campaign,
  of,
  language,
}: {
  readonly campaign: Campaign;
  readonly of: Vintage;
  readonly language: Language;
}) => {
  const told = of.withdrawnAt === null ? "published" : "withdrawn";
  const reason = of.withdrawnAt === null ? of.reason : (of.withdrawnReason ?? of.reason);
  const day = dayIn(language, changedAt(of));
  return (
    <li>
      <strong>
        <Text of={campaign.title} language={language} />.
      </strong>{" "}
      {homeWords(language)(told, { vintage: of.code, day })}. <Text of={reason} language={language} />
    </li>
  );
};
