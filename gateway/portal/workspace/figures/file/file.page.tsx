import { paths } from "../../../addresses.js";
import type { ShownPage } from "../../../page/page.js";
import { AntiForgery } from "../../anti-forgery.js";
import { HubRefused, type WorkspaceAsked, type WorkspacePage } from "../../workspace-page.js";
import { caseAddress, officeQuery } from "../case/case-links.js";
import { askedOf, type FiguresCase, isOfficeUnsaid, readCase } from "../case/figures-case.js";
import { chooseOfficePage } from "../form/choose-office.js";
import { newKey } from "../case/push-case.js";
import { typedOf } from "../case/typed-answers.js";
import { sentAsKept } from "../case/sent-answers.js";
import { figuresCrumbs } from "../campaigns/crumbs.js";
import { HiddenTyped } from "../form/hidden-typed.js";
import { FileReport } from "./file-report.js";
import { type ReadFile, readSentFile } from "./read-sent-file.js";
import { templateFile } from "./template-file.js";
import { fileWords } from "./words.js";

/** Far more than the answers of one office take. */
const mostBytes = 1_000_000;

const templateQuery = { template: { fr: "modele", en: "template" } } as const;

interface FileView {
  readonly asked: WorkspaceAsked;
  readonly figures: FiguresCase;
  readonly read?: { readonly name: string; readonly file: ReadFile };
  readonly refusal?: string;
}

/** Figures by file: the template, the reading of a file row by row, and its way into the draft. */
export const figuresFilePage: WorkspacePage = {
  name: "figuresFile",
  path: paths.figuresFile,
  query: { ...officeQuery, ...templateQuery },
  scopes: ["figures:write"],
  async show(asked) {
    const figures = await readCase(asked);
    if (figures === null) return null;
    if (isOfficeUnsaid(figures)) return chooseOfficePage(asked.language, figures, "figuresFile");
    const format = asked.query["template"]?.[0];
    if (format === "csv" || format === "xlsx") return templateFile(figures, format, asked.language);
    return filePage({ asked, figures });
  },
  async act(asked, sent) {
    const figures = await readCase(asked);
    if (figures === null) return null;
    const { language } = asked;
    const say = fileWords(language);
    const refused = (status: 413 | 422, refusal: string) =>
      ({ kind: "page", status, page: filePage({ asked, figures, refusal }) }) as const;
    const file = sent.file("file");
    if (file === null) return refused(422, say("noFile"));
    if (file.bytes.length > mostBytes) return refused(413, say("tooLarge"));
    try {
      const read = { name: file.name, file: await readSentFile(asked, figures, file.bytes) };
      return {
        kind: "page",
        status: read.file.isReadable ? 200 : 422,
        page: filePage({ asked, figures, read }),
      };
    } catch (error) {
      if (!(error instanceof HubRefused) || error.code === "UNAUTHENTICATED") throw error;
      return refused(422, `${error.messages[language]} ${say("refused")}`);
    }
  },
};

const filePage = (view: FileView): ShownPage => ({
  title: fileWords(view.asked.language)("title", { campaign: view.figures.campaign }),
  crumbs: figuresCrumbs(view.asked.language, view.figures),
  body: <FileBody view={view} />,
});

const FileBody = ({ view }: { readonly view: FileView }) => {
  const { asked, figures, read, refusal } = view;
  const { language } = asked;
  const say = fileWords(language);
  return (
    <>
      {refusal !== undefined && (
        <p class="notice danger" role="status" id="refusal">
          {refusal}
        </p>
      )}
      {read && <Report view={view} read={read} />}
      <p>{say("lead")}</p>
      <h2>{say("templateTitle")}</h2>
      <p>{say("templateHow")}</p>
      <ul>
        {(["xlsx", "csv"] as const).map((format) => (
          <li key={format}>
            <a
              href={caseAddress(language, "figuresFile", figures, [
                [templateQuery.template[language], format],
              ])}
            >
              {say(format)}
            </a>
          </li>
        ))}
      </ul>
      <h2>{say("uploadTitle")}</h2>
      <form
        method="post"
        enctype="multipart/form-data"
        action={caseAddress(language, "figuresFile", figures)}
      >
        <AntiForgery token={asked.antiForgery} />
        <p>
          <label for="file">{say("fileLabel")}</label>
          <br />
          <span id="file-help">{say("fileHelp")}</span>
          <br />
          <input
            id="file"
            type="file"
            name="file"
            accept=".csv,.xlsx,text/csv"
            aria-describedby={refusal === undefined ? "file-help" : "file-help refusal"}
          />
        </p>
        <p>
          <button type="submit">{say("upload")}</button>
        </p>
      </form>
    </>
  );
};

const Report = ({
  view: { asked, figures },
  read: { name, file },
}: {
  readonly view: FileView;
  readonly read: NonNullable<FileView["read"]>;
}) => {
  const { language } = asked;
  const say = fileWords(language);
  const { problems, answers, isReadable } = file;
  const result = !isReadable ? "unreadable" : problems.length === 0 ? "fine" : "points";
  const kind = { unreadable: "danger", points: "caution", fine: "success" }[result];
  return (
    <section aria-labelledby="report-title">
      <h2 id="report-title">{say("reportTitle", { name })}</h2>
      <p class={`notice ${kind}`} role="status">
        {say(result)} {say("read", { answers: answers.length })}
      </p>
      {problems.length > 0 && <FileReport problems={problems} language={language} />}
      {isReadable && <Keep asked={asked} figures={figures} answers={answers} />}
    </section>
  );
};

const Keep = ({
  asked,
  figures,
  answers,
}: Pick<FileView, "asked" | "figures"> & Pick<ReadFile, "answers">) => {
  const { language } = asked;
  const say = fileWords(language);
  const left = askedOf(figures.form).filter(
    ({ code }) =>
      figures.current?.answers.some(({ question }) => question === code) &&
      !answers.some(({ question }) => question === code),
  );
  return (
    <form method="post" action={caseAddress(language, "figuresForm", figures)}>
      <h3>{say("keepTitle")}</h3>
      {left.length > 0 && (
        <p class="notice caution">
          {say("missingFromFile", { questions: left.map(({ code }) => code).join(", ") })}
        </p>
      )}
      <AntiForgery token={asked.antiForgery} />
      <input type="hidden" name="key" value={newKey()} />
      <input type="hidden" name="base" value={figures.submission?.revision ?? ""} />
      {figures.office !== null && <input type="hidden" name="office" value={figures.office} />}
      <HiddenTyped typed={typedOf(figures.form, sentAsKept(answers), language)} />
      <p>
        <button type="submit" name="action" value="draft">
          {say("keep")}
        </button>{" "}
        <button type="submit" name="action" value="open" class="secondary">
          {say("open")}
        </button>
      </p>
    </form>
  );
};
