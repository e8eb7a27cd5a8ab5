import type { ComponentChildren } from "preact";
import { type Language, localeOf } from "../../language.js";
import { indicatorAddress } from "../../indicator/indicator-query.js";
import { SyntheticMark } from "../../parts/shown-value.js";
import { wordsOf } from "../../parts/text.js";
import { instantIn } from "../stewardship/parts/moments.js";
import { areaIn } from "../stewardship/publication/place-words.js";
import type { PortalFigureCommentsQuery } from "./figure-comments.operation.js";
import { commentsWords } from "./words.js";

/** A comment as the pages of its establishment and of stewards ask for it. */
export type ToldComment = PortalFigureCommentsQuery["figureComments"]["edges"][number]["node"];

interface OneProps {
  readonly comment: ToldComment;
  readonly language: Language;
  /** Who wrote it, where it is not oneself. */
  readonly author?: string;
  /** What can be done with it. */
  readonly children?: ComponentChildren;
}

/** A comment with the figure that it speaks of, and its answer. */
export const OneComment = ({ comment, language, author, children }: OneProps) => {
  const say = commentsWords(language);
  const { id, state, indicator, campaign, category, writtenAt, decidedAt, answer } = comment;
  const code = indicator?.code ?? "";
  const title = indicator ? `${code} · ${wordsOf(indicator.name, language)}` : code;
  return (
    <section class="card" aria-labelledby={`comment-${id}`}>
      <h2 id={`comment-${id}`}>
        <a href={indicatorAddress(language, code, { campaign, category })}>{title}</a>{" "}
        <span class="mark">{say(state)}</span>
      </h2>
      <p>{figureIn(language, comment)}</p>
      <p>
        {author && <strong>{author} · </strong>}
        {say("writtenAt", { instant: instantIn(language, writtenAt) })}
        {comment.isSynthetic && (
          <>
            {" "}
            <SyntheticMark language={language} />
          </>
        )}
      </p>
      <blockquote class="said" {...langOf(comment.language)}>
        {comment.text}
      </blockquote>
      {answer !== null && decidedAt && (
        <>
          <h3>{say("answer", { instant: instantIn(language, decidedAt) })}</h3>
          <blockquote class="said">{answer}</blockquote>
        </>
      )}
      {state === "WITHDRAWN" && decidedAt && (
        <p>{say("withdrawnAt", { instant: instantIn(language, decidedAt) })}</p>
      )}
      {children}
    </section>
  );
};

const langOf = (written: ToldComment["language"]): { lang?: string } =>
  written === null ? {} : { lang: localeOf(written === "FR" ? "fr" : "en") };

/** The figure in words: its campaign, its place, its category and the vintage that showed it. */
function figureIn(
  language: Language,
  { campaign, level, area, category, vintage, indicator }: ToldComment,
): string {
  const say = commentsWords(language);
  const label = indicator?.categories.find(({ code }) => code === category)?.label;
  return [
    say("campaign", { campaign }),
    areaIn(language, level, area),
    ...(category === null ? [] : [label ? wordsOf(label, language) : category]),
    vintage === null ? say("printed") : say("vintage", { vintage }),
  ].join(" · ");
}
