import { addressOf } from "../addresses.js";
import type { Language } from "../language.js";
import { Scroll } from "../parts/scroll.js";
import { Code } from "./code.js";
import { developersWords } from "./words.js";

const doors = [
  ["/graphql", "doorPublic"],
  ["/graphql/authenticated", "doorAuthenticated"],
  ["/health/live", "doorLive"],
  ["/health/ready", "doorReady"],
] as const;

const users = [
  ["establishment", "establishmentText", "establishment:ciusss-estrie-chus", "workspace"],
  ["researcher", "researcherText", "researcher", "research"],
] as const;

/** The addresses that programs use, and how each user comes in. */
export const Doors = ({
  language,
  isTrialIssuer,
}: {
  readonly language: Language;
  readonly isTrialIssuer: boolean;
}) => {
  const say = developersWords(language);
  return (
    <>
      <Scroll label={say("doorsCaption")}>
        <table>
          <caption>{say("doorsCaption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("door")}</th>
              <th scope="col">{say("use")}</th>
            </tr>
          </thead>
          <tbody>
            {doors.map(([path, use]) => (
              <tr key={path}>
                <th scope="row">
                  <code>{path}</code>
                </th>
                <td>{say(use)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <h3>{say("you")}</h3>
      <ul class="cards">
        {users.map(([user, told, account, page]) => (
          <li class="card" key={user}>
            <h4>{say(user)}</h4>
            <p>{say(told)}</p>
            <p>{say(isTrialIssuer ? "tokenTrial" : "tokenLogin")}</p>
            <Code
              label={say(isTrialIssuer ? "tokenTrialLabel" : "tokenLoginLabel", { who: say(user) })}
              language={language}
            >
              {isTrialIssuer ? `npx carrefour token --as ${account}` : "npx carrefour login"}
            </Code>
            <p>
              <a href={addressOf(language, page)}>
                {say(page === "research" ? "releasesLink" : "workspace")}
              </a>
            </p>
          </li>
        ))}
        <li class="card">
          <h4>{say("operator")}</h4>
          <p>{say("operatorText")}</p>
          <p>
            <a href="/health/live">/health/live</a> · <a href="/health/ready">/health/ready</a>
          </p>
        </li>
      </ul>
    </>
  );
};
