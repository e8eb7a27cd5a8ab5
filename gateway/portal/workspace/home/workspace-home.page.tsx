import { addressOf, type PageName, paths } from "../../addresses.js";
import type { Language } from "../../language.js";
import { Text } from "../../parts/text.js";
import { ownReminders, RemindersAtHome } from "../reminders/own-reminders.js";
import type { WorkspaceAsked, WorkspacePage } from "../workspace-page.js";
import { workspaceHomeWords } from "./words.js";
import { portalWorkspace, type PortalWorkspaceQuery } from "./workspace-home.operation.js";

/** Who one is, and what one may do here. */
export const workspaceHomePage: WorkspacePage = {
  name: "workspace",
  path: paths.workspace,
  scopes: null,
  async show(asked) {
    const { language, account, ask } = asked;
    const say = workspaceHomeWords(language);
    const [{ data }, reminders] = await Promise.all([
      ask(portalWorkspace, {
        establishment: account.establishment ?? "",
        hasEstablishment: account.establishment !== null,
      }),
      ownReminders(asked),
    ]);
    return {
      title: say("title"),
      body: (
        <>
          <p>{say("lead")}</p>
          {account.isDevelopment && <p class="notice caution">{say("trial")}</p>}
          <RemindersAtHome reminders={reminders} language={language} />
          <h2>{say("what")}</h2>
          <ul class="cards">
            {placesOf(asked).map((place) => (
              <PlaceCard key={place.page} language={language} {...place} />
            ))}
          </ul>
          <h2>{say("who")}</h2>
          <Who language={language} data={data} />
          <p>{say("session")}</p>
          <h2>{say("byProgram")}</h2>
          <p>
            {say("program")} <a href={addressOf(language, "developers")}>{say("programLink")}</a>
          </p>
        </>
      ),
    };
  },
};

interface Place {
  readonly page: Extract<PageName, "figures" | "figureComments" | "stewardship" | "research">;
  readonly scopes: readonly string[];
}

const places: readonly Place[] = [
  { page: "figures", scopes: ["figures:write"] },
  { page: "figureComments", scopes: ["figures:write"] },
  { page: "stewardship", scopes: ["steward:collect", "steward:publish", "steward:privacy"] },
  { page: "research", scopes: ["research:read"] },
];

const placesOf = ({ account }: WorkspaceAsked): readonly Place[] =>
  places.filter(({ scopes }) => scopes.some((scope) => account.scopes.includes(scope)));

const PlaceCard = ({ language, page }: Place & { readonly language: Language }) => {
  const say = workspaceHomeWords(language);
  return (
    <li class="card">
      <h3>
        <a href={addressOf(language, page)}>{say(`${page}Title`)}</a>
      </h3>
      <p>{say(page)}</p>
    </li>
  );
};

const Who = ({ language, data }: { readonly language: Language; readonly data: PortalWorkspaceQuery }) => {
  const say = workspaceHomeWords(language);
  const { me, establishment } = data;
  return (
    <dl class="told-facts">
      <dt>{say("subject")}</dt>
      <dd>
        <code>{me.subject}</code>
      </dd>
      <dt>{say("right")}</dt>
      <dd>
        <ul>
          {me.scopes.map((scope) => (
            <li key={scope}>
              {say(scope as "figures:write")} <code>{scope}</code>
            </li>
          ))}
        </ul>
      </dd>
      {me.establishment && (
        <>
          <dt>{say("establishment")}</dt>
          <dd>
            <a href={addressOf(language, "establishment", { code: me.establishment })}>
              {establishment ? <Text of={establishment.name} language={language} /> : me.establishment}
            </a>
          </dd>
        </>
      )}
      {me.scopes.includes("research:read") && (
        <>
          <dt>{say("agreement")}</dt>
          <dd>{me.agreement ? <code>{me.agreement}</code> : say("noAgreement")}</dd>
        </>
      )}
    </dl>
  );
};
