import { randomUUID } from "node:crypto";
import { addressOf } from "../../addresses.js";
import { figureNames } from "../../indicator/comment-address.js";
import { wordsOf } from "../../parts/text.js";
import { ActForm } from "../stewardship/parts/act-form.js";
import { SelectField, TextArea } from "../stewardship/parts/fields.js";
import { stewardPage } from "../stewardship/parts/steward-page.js";
import type { Tried } from "../stewardship/parts/tried.js";
import { workspaceWords } from "../words.js";
import type { WorkspaceAsked } from "../workspace-page.js";
import { chooseFigure } from "./choose-figure.js";
import { type PortalCommentedFiguresQuery, portalCommentedFigures } from "./commented-figures.operation.js";
import { comment } from "./new-comment.acts.js";
import { type FigureChosen, figureOptions, valueOf } from "./shown-figures.js";
import { commentsWords } from "./words.js";

/** Comments on a published figure: the one that the address names, or one that is chosen here. */
export const newCommentPage = stewardPage({
  name: "newFigureComment",
  scopes: ["figures:write"],
  query: figureNames,
  async shown(asked, tried) {
    const { language, query, ask } = asked;
    const say = commentsWords(language);
    const [indicator, campaign] = [query["indicator"]?.[0], query["campaign"]?.[0]];
    const isChosen = indicator !== undefined && campaign !== undefined;
    const of = isChosen
      ? (await ask(portalCommentedFigures, { indicator, campaign })).data.qualityIndicator
      : null;
    if (isChosen && of === null) return null;
    return {
      title: say("newTitle"),
      crumbs: [
        { label: workspaceWords(language)("workspace"), href: addressOf(language, "workspace") },
        { label: say("title"), href: addressOf(language, "figureComments") },
      ],
      body: (
        <>
          <p>{say("newLead")}</p>
          {of === null ? (
            await chooseFigure(asked)
          ) : (
            <CommentForm asked={asked} tried={tried} of={of} campaign={campaign ?? ""} />
          )}
        </>
      ),
    };
  },
  acts: { comment },
});

interface FormProps {
  readonly asked: WorkspaceAsked;
  readonly tried: Tried | null;
  readonly of: NonNullable<PortalCommentedFiguresQuery["qualityIndicator"]>;
  readonly campaign: string;
}

const CommentForm = ({ asked, tried, of, campaign }: FormProps) => {
  const { language, account } = asked;
  const say = commentsWords(language);
  const named = namedIn(asked);
  const options = figureOptions(of, [account.establishment, named?.area], language);
  // A key that served stays with what it served for.
  const isUsed = tried?.refusal?.code === "IDEMPOTENCY_KEY_REUSED";
  const key = (!isUsed && tried?.sent.one("key")) || randomUUID();
  return (
    <>
      <h2>
        {of.code} · {wordsOf(of.name, language)} · {say("campaign", { campaign })}
      </h2>
      <p>
        <a href={addressOf(language, "newFigureComment")}>{say("chooseAnother")}</a>
      </p>
      {options.length === 0 ? (
        <p class="notice">{say("noFigures")}</p>
      ) : (
        <ActForm
          asked={asked}
          id="comment"
          tried={tried}
          values={[["key", key]]}
          buttons={[{ act: "comment", label: say("send") }]}
        >
          <SelectField
            name="figure"
            label={say("figure")}
            isRequired
            initial={named ? valueOf(named) : ""}
            options={[{ value: "", label: say("choose") }, ...options]}
          />
          <TextArea name="text" label={say("text")} hint={say("textHint")} rows={6} isRequired />
          <SelectField
            name="language"
            label={say("language")}
            options={[
              { value: "", label: say("noLanguage") },
              { value: "FR", label: say("FR") },
              { value: "EN", label: say("EN") },
            ]}
          />
        </ActForm>
      )}
    </>
  );
};

/** The figure that the address names within its indicator and campaign, if it does. */
function namedIn({ query }: WorkspaceAsked): FigureChosen | null {
  const [level, area] = [query["level"]?.[0], query["area"]?.[0]];
  if (level === undefined || area === undefined) return null;
  const [category = null, vintage = null] = [query["category"]?.[0], query["vintage"]?.[0]];
  return { level: level as FigureChosen["level"], area, category, vintage };
}
