import { crumbsUnderDesk } from "../parts/crumbs.js";
import { Done } from "../parts/done.js";
import { stewardPage } from "../parts/steward-page.js";
import { decline, endAgreement, grant, resume, suspend } from "./access.acts.js";
import { portalStewardAccess } from "./access.operation.js";
import { Agreements } from "./agreements.js";
import { Requests } from "./requests.js";
import { accessWords } from "./words.js";

/** Who asks for access to releases, and under which agreements they are read. */
export const accessPage = stewardPage({
  name: "stewardAccess",
  scopes: ["steward:privacy"],
  async shown(asked, tried) {
    const say = accessWords(asked.language);
    const { data } = await asked.ask(portalStewardAccess, {});
    return {
      title: say("title"),
      crumbs: crumbsUnderDesk(asked.language),
      body: (
        <>
          <Done
            asked={asked}
            words={{
              granted: say("granted"),
              declined: say("declined"),
              suspended: say("suspendedNow"),
              resumed: say("resumed"),
              ended: say("ended"),
            }}
          />
          <Requests asked={asked} tried={tried} requests={data.accessRequests} />
          <Agreements asked={asked} tried={tried} agreements={data.accessAgreements} />
        </>
      ),
    };
  },
  acts: { grant, decline, suspend, resume, end: endAgreement },
});
