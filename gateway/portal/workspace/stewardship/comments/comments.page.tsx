import { wordsOf } from "../../../parts/text.js";
import { OneComment } from "../../comments/one-comment.js";
import { commentsWords } from "../../comments/words.js";
import { HubRefused, type WorkspaceAsked } from "../../workspace-page.js";
import { ActForm } from "../parts/act-form.js";
import { errorsIn, hasErrors } from "../parts/checks.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { Done } from "../parts/done.js";
import { TextArea } from "../parts/fields.js";
import { afterParameter, NextPage } from "../parts/next-page.js";
import { type Act, may, stewardPage, toldOn } from "../parts/steward-page.js";
import type { Tried } from "../parts/tried.js";
import { portalAnswerComment } from "./answer-comment.operation.js";
import { type PortalStewardCommentsQuery, portalStewardComments } from "./comments.operation.js";
import { CommentFilter, filterNames, filterOf } from "./comment-filter.js";
import { stewardCommentsWords } from "./words.js";

type Told = PortalStewardCommentsQuery["figureComments"]["edges"][number]["node"];

const named = (error: string, { language }: WorkspaceAsked): string =>
  commentsWords(language)("fieldError", { field: stewardCommentsWords(language)("answer"), error });

const answer: Act = async (asked, sent) => {
  const errors = errorsIn(asked.language, sent, { answer: "text" });
  if (hasErrors(errors)) return { errors: { answer: named(errors["answer"] ?? "", asked) } };
  try {
    await asked.ask(portalAnswerComment, { id: sent.one("id"), answer: sent.one("answer") });
  } catch (refusal) {
    if (!(refusal instanceof HubRefused) || refusal.place !== "answer") throw refusal;
    return { errors: { answer: named(refusal.messages[asked.language], asked) } };
  }
  return toldOn(asked, "stewardComments", {}, "answered");
};

/** The comments of establishments on published figures: those who publish answer the open ones. */
export const stewardCommentsPage = stewardPage({
  name: "stewardComments",
  scopes: ["steward:publish", "steward:collect", "steward:privacy"],
  query: { ...filterNames, after: afterParameter },
  async shown(asked, tried) {
    const { language, query } = asked;
    const say = stewardCommentsWords(language);
    const filter = filterOf(asked);
    const after = query["after"]?.[0] ?? null;
    const { data } = await asked.ask(portalStewardComments, { ...filter.asked, after });
    const { edges, totalCount, pageInfo } = data.figureComments;
    return {
      title: say("title"),
      crumbs: crumbsUnderDesk(language),
      body: (
        <>
          <Done asked={asked} words={{ answered: say("answered") }} />
          <p>{say("lead")}</p>
          <Unsent asked={asked} tried={tried} shown={edges.map(({ node }) => node)} />
          <CommentFilter filter={filter} campaigns={data.campaigns} language={language} />
          <p role="status">{say("count", { count: totalCount })}</p>
          {edges.map(({ node }) => (
            <StewardComment key={node.id} asked={asked} tried={tried} comment={node} />
          ))}
          <NextPage asked={asked} page="stewardComments" pageInfo={pageInfo} query={filter.query} />
        </>
      ),
    };
  },
  acts: { answer },
});

interface CommentProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly comment: Told;
}

const isAnswerable = (asked: WorkspaceAsked, { state }: Told): boolean =>
  state === "OPEN" && may(asked, "steward:publish");

const StewardComment = ({ asked, tried, comment }: CommentProps) => {
  const { language } = asked;
  const say = stewardCommentsWords(language);
  const { id, establishment } = comment;
  return (
    <OneComment
      comment={comment}
      language={language}
      author={establishment ? wordsOf(establishment.name, language) : "—"}
    >
      {isAnswerable(asked, comment) && (
        <ActForm
          asked={asked}
          id={`answer-${id}`}
          tried={tried}
          values={[["id", id]]}
          buttons={[{ act: "answer", label: say("send") }]}
        >
          <TextArea name="answer" label={say("answer")} hint={say("answerHint")} rows={4} isRequired />
        </ActForm>
      )}
    </OneComment>
  );
};

// Its comment was answered or withdrawn meanwhile: what was typed is not lost with its form.
const Unsent = ({
  asked,
  tried,
  shown,
}: Omit<CommentProps, "comment"> & { readonly shown: readonly Told[] }) => {
  const words = tried?.sent.one("answer") ?? "";
  const hasForm = shown.some(
    (comment) => tried?.sent.one("id") === comment.id && isAnswerable(asked, comment),
  );
  if (words === "" || hasForm) return null;
  return (
    <div class="notice">
      <p>{stewardCommentsWords(asked.language)("unsent")}</p>
      <blockquote class="said">{words}</blockquote>
    </div>
  );
};
