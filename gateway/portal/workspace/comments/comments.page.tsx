import { addressOf } from "../../addresses.js";
import { ActForm } from "../stewardship/parts/act-form.js";
import { Done } from "../stewardship/parts/done.js";
import { afterParameter, NextPage } from "../stewardship/parts/next-page.js";
import { type Act, stewardPage, toldOn } from "../stewardship/parts/steward-page.js";
import { workspaceWords } from "../words.js";
import { portalFigureComments } from "./figure-comments.operation.js";
import { OneComment } from "./one-comment.js";
import { commentsWords } from "./words.js";
import { portalWithdrawComment } from "./withdraw-comment.operation.js";

const withdraw: Act = async (asked, sent) => {
  await asked.ask(portalWithdrawComment, { id: sent.one("id") });
  return toldOn(asked, "figureComments", {}, "withdrawn");
};

/** What an establishment said of published figures, with the answers; an open comment can be taken back. */
export const commentsPage = stewardPage({
  name: "figureComments",
  scopes: ["figures:write"],
  query: { after: afterParameter },
  async shown(asked, tried) {
    const { language, query } = asked;
    const say = commentsWords(language);
    const { data } = await asked.ask(portalFigureComments, { after: query["after"]?.[0] ?? null });
    const { edges, pageInfo } = data.figureComments;
    return {
      title: say("title"),
      crumbs: [{ label: workspaceWords(language)("workspace"), href: addressOf(language, "workspace") }],
      body: (
        <>
          <Done asked={asked} words={{ written: say("written"), withdrawn: say("withdrawn") }} />
          <p>{say("lead")}</p>
          <p>
            <a class="button" href={addressOf(language, "newFigureComment")}>
              {say("newComment")}
            </a>
          </p>
          {edges.length === 0 && <p>{say("none")}</p>}
          {edges.map(({ node }) => (
            <OneComment key={node.id} comment={node} language={language}>
              {node.state === "OPEN" && (
                <ActForm
                  asked={asked}
                  id={`withdraw-${node.id}`}
                  tried={tried}
                  values={[["id", node.id]]}
                  buttons={[{ act: "withdraw", label: say("withdraw"), isSecondary: true }]}
                />
              )}
            </OneComment>
          ))}
          <NextPage asked={asked} page="figureComments" pageInfo={pageInfo} />
        </>
      ),
    };
  },
  acts: { withdraw },
});
