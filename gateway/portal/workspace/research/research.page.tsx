import { addressOf, paths } from "../../addresses.js";
import { dayIn, numberIn } from "../../figures/numbers.js";
import type { Language } from "../../language.js";
import { SyntheticMark } from "../../parts/shown-value.js";
import { Text } from "../../parts/text.js";
import { HubRefused, type WorkspaceAsked, type WorkspacePage } from "../workspace-page.js";
import { workspaceWords } from "../words.js";
import { portalResearchAgreement } from "./agreement.operation.js";
import { OwnAgreements, OwnRequests } from "./agreement.js";
import { portalReleases, type PortalReleasesQuery } from "./catalogue.operation.js";
import { variablesOf } from "./variable-names.js";
import { researchWords } from "./words.js";

/** What a research team may read, and under what. */
export const researchPage: WorkspacePage = {
  name: "research",
  path: paths.research,
  scopes: ["research:read"],
  async show(asked) {
    const { language, account, ask } = asked;
    const say = researchWords(language);
    const { data } = await ask(portalResearchAgreement, { hasAgreement: account.agreement !== null });
    const catalogue = await catalogueOf(asked);
    return {
      title: say("title"),
      crumbs: [{ label: workspaceWords(language)("workspace"), href: addressOf(language, "workspace") }],
      body: (
        <>
          <p>{say("lead")}</p>
          <p class="notice">{say("accounted")}</p>
          <h2>{say("catalogueTitle")}</h2>
          <Catalogue language={language} catalogue={catalogue} />
          <h2>{say("agreementTitle")}</h2>
          <OwnAgreements
            language={language}
            agreements={data.accessAgreements ?? []}
            variables={variablesOf(data.__type?.fields, language)}
          />
          <h2>{say("requestsTitle")}</h2>
          <OwnRequests language={language} requests={data.accessRequests} />
          <p>
            <a class="button" href={addressOf(language, "researchRequest")}>
              {say("request")}
            </a>
          </p>
        </>
      ),
    };
  },
};

type Release = PortalReleasesQuery["releases"][number];

// An agreement that is suspended closes the catalogue; what the hub says of it is shown in its place.
async function catalogueOf({ ask }: WorkspaceAsked): Promise<readonly Release[] | HubRefused> {
  try {
    return (await ask(portalReleases, {})).data.releases;
  } catch (error) {
    if (error instanceof HubRefused && error.family === "NOT_ALLOWED") return error;
    throw error;
  }
}

const Catalogue = ({
  language,
  catalogue,
}: {
  readonly language: Language;
  readonly catalogue: readonly Release[] | HubRefused;
}) => {
  const say = researchWords(language);
  if (catalogue instanceof HubRefused)
    return (
      <p class="notice caution">
        {say("catalogueRefused")} {catalogue.messages[language]}
      </p>
    );
  if (catalogue.length === 0) return <p>{say("catalogueNone")}</p>;
  return (
    <ul class="cards">
      {catalogue.map((release) => (
        <ReleaseCard key={release.code} language={language} release={release} />
      ))}
    </ul>
  );
};

const ReleaseCard = ({ language, release }: { readonly language: Language; readonly release: Release }) => {
  const say = researchWords(language);
  const { code, title, version, purpose, createdAt, columns, report, origin } = release;
  return (
    <li class="card">
      <h3>
        <a
          href={addressOf(language, "researchRelease", { code })}
          lang={language === "en" ? "fr-CA" : undefined}
        >
          {title}
        </a>
      </h3>
      {origin === "SYNTHETIC" && (
        <p>
          <SyntheticMark language={language} />
        </p>
      )}
      <p>
        <code>{code}</code>, {say("version", { version })},{" "}
        {say("built", { day: dayIn(language, createdAt) })}
      </p>
      {purpose && (
        <p>
          <Text of={purpose} language={language} />
        </p>
      )}
      <p>
        {say("cardFacts", {
          records: numberIn(language, report.recordsKept),
          columns: columns.length,
          k: report.k - 1,
        })}
      </p>
    </li>
  );
};
