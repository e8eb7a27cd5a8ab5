import type { WorkspaceAsked } from "../../workspace-page.js";
import { Scroll } from "../../../parts/scroll.js";
import { Count } from "../parts/count.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { instantIn } from "../parts/moments.js";
import { afterParameter, NextPage } from "../parts/next-page.js";
import { stewardPage } from "../parts/steward-page.js";
import { partsWords } from "../parts/words.js";
import { type PortalReleaseReadsQuery, portalReleaseReads } from "./release-reads.operation.js";
import { readsWords } from "./words.js";

type Read = PortalReleaseReadsQuery["releaseReads"]["edges"][number]["node"];

/** Who read which release, under which agreement and how much; the newest read first. */
export const readsPage = stewardPage({
  name: "stewardReads",
  scopes: ["steward:privacy"],
  query: { after: afterParameter, release: { fr: "diffusion", en: "release" } },
  async shown(asked) {
    const { language, query } = asked;
    const say = readsWords(language);
    const release = query["release"]?.[0] ?? null;
    const { data } = await asked.ask(portalReleaseReads, { release, after: query["after"]?.[0] ?? null });
    const { edges, pageInfo } = data.releaseReads;
    return {
      title: say("title"),
      crumbs: crumbsUnderDesk(language),
      body: (
        <>
          {edges.length === 0 ? (
            <p>{partsWords(language)("none")}</p>
          ) : (
            <Reads asked={asked} reads={edges.map(({ node }) => node)} />
          )}
          <NextPage
            asked={asked}
            page="stewardReads"
            pageInfo={pageInfo}
            query={release === null ? [] : [[language === "fr" ? "diffusion" : "release", release]]}
          />
        </>
      ),
    };
  },
});

const Reads = ({ asked: { language }, reads }: { asked: WorkspaceAsked; reads: readonly Read[] }) => {
  const say = readsWords(language);
  return (
    <Scroll label={say("caption")}>
      <table>
        <caption>{say("caption")}</caption>
        <thead>
          <tr>
            {(["when", "who", "agreement", "release", "way", "rows"] as const).map((column) => (
              <th scope="col" key={column}>
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reads.map((read) => (
            <tr key={read.id}>
              <th scope="row">{instantIn(language, read.at)}</th>
              <td>
                <code>{read.subject}</code>
              </td>
              <td>{read.agreement}</td>
              <td>{read.release}</td>
              <td>{say(read.way)}</td>
              <td class="number">
                <Count of={read.rowCount} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
