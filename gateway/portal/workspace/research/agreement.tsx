import { dayIn } from "../../figures/numbers.js";
import type { Language } from "../../language.js";
import { Scroll } from "../../parts/scroll.js";
import { Text } from "../../parts/text.js";
import type { PortalResearchAgreementQuery } from "./agreement.operation.js";
import type { NamedVariable } from "./variable-names.js";
import { researchWords } from "./words.js";

type Agreement = NonNullable<PortalResearchAgreementQuery["accessAgreements"]>[number];
type Request = PortalResearchAgreementQuery["accessRequests"][number];

/** The agreements that a team reads under: what for, what of, until when. */
export const OwnAgreements = ({
  language,
  agreements,
  variables,
}: {
  readonly language: Language;
  readonly agreements: readonly Agreement[];
  readonly variables: readonly NamedVariable[];
}) => {
  const say = researchWords(language);
  if (agreements.length === 0) return <p>{say("agreementNone")}</p>;
  return (
    <>
      {agreements.map((agreement) => (
        <dl class="told-facts" key={agreement.code}>
          <dt>{say("agreementCode")}</dt>
          <dd>
            <code>{agreement.code}</code>
          </dd>
          <dt>{say("state")}</dt>
          <dd>
            <span class={agreement.status === "ACTIVE" ? "mark" : "mark caution"}>
              {say(agreement.status)}
            </span>
          </dd>
          <dt>{say("purpose")}</dt>
          <dd>
            <Text of={agreement.purpose} language={language} />
          </dd>
          <dt>{say("dates")}</dt>
          <dd>
            {say("fromTo", {
              from: dayIn(language, agreement.validFrom),
              to: dayIn(language, agreement.validTo),
            })}
          </dd>
          <dt>{say("kThreshold")}</dt>
          <dd>{say("kThresholdValue", { count: agreement.kThreshold })}</dd>
          <dt>{say("variables")}</dt>
          <dd>
            <ul>
              {agreement.variables.map((name) => (
                <li key={name}>
                  {labelOf(variables, name)} <code>{name}</code>
                </li>
              ))}
            </ul>
          </dd>
        </dl>
      ))}
    </>
  );
};

const labelOf = (variables: readonly NamedVariable[], name: string): string =>
  variables.find((variable) => variable.name === name)?.label ?? "";

/** What a team asked for, and what was answered. */
export const OwnRequests = ({
  language,
  requests,
}: {
  readonly language: Language;
  readonly requests: readonly Request[];
}) => {
  const say = researchWords(language);
  if (requests.length === 0) return <p>{say("requestsNone")}</p>;
  return (
    <Scroll label={say("requestsTitle")}>
      <table>
        <caption>{say("requestsTitle")}</caption>
        <thead>
          <tr>
            {(["study", "requestedOn", "state", "reason"] as const).map((column) => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {requests.map(({ id, title, requestedAt, state, decisionReason }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{dayIn(language, requestedAt)}</td>
              <td>{say(state)}</td>
              <td>{decisionReason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
