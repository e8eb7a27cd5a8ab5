import { addressOf } from "../../../addresses.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { crumbsUnderDesk } from "../parts/crumbs.js";
import { Done } from "../parts/done.js";
import { may, stewardPage } from "../parts/steward-page.js";
import { portalStewardAgreementCodes } from "./agreement-codes.operation.js";
import { BuildForm } from "./build-form.js";
import { OneRelease } from "./one-release.js";
import { approveRelease, build, discard } from "./releases.acts.js";
import { portalStewardReleases } from "./releases.operation.js";
import { releasesWords } from "./words.js";

/** The anonymised releases: built by one person, approved by another, with the risk measured in words. */
export const releasesPage = stewardPage({
  name: "stewardReleases",
  scopes: ["steward:privacy", "steward:publish"],
  async shown(asked, tried) {
    const { language } = asked;
    const say = releasesWords(language);
    const [{ data }, agreements] = await Promise.all([
      asked.ask(portalStewardReleases, {}),
      may(asked, "steward:privacy") ? readAgreements(asked) : null,
    ]);
    // Those that wait for a decision first, then the newest.
    const releases = [...data.releases].sort((one, other) =>
      one.status === other.status
        ? one.createdAt < other.createdAt
          ? 1
          : -1
        : one.status === "BUILT"
          ? -1
          : 1,
    );
    return {
      title: say("title"),
      crumbs: crumbsUnderDesk(language),
      body: (
        <>
          <Done
            asked={asked}
            words={{ built: say("builtNow"), approved: say("approvedNow"), discarded: say("discardedNow") }}
          />
          {releases.map((release) => (
            <OneRelease
              key={release.code}
              asked={asked}
              tried={tried}
              release={release}
              acts={data.releaseRegister.filter((entry) => entry.release === release.code)}
            />
          ))}
          {agreements && (
            <>
              <BuildForm asked={asked} tried={tried} agreements={agreements} releases={releases} />
              <p>
                <a href={addressOf(language, "stewardReads")}>{say("reads")}</a>
              </p>
            </>
          )}
        </>
      ),
    };
  },
  acts: { build, approve: approveRelease, discard },
});

const readAgreements = async ({ ask }: WorkspaceAsked) =>
  (await ask(portalStewardAgreementCodes, {})).data.accessAgreements;
