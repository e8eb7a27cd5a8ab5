import type { Language } from "../../../language.js";
import { LostPart } from "../../../parts/lost-part.js";
import { Scroll } from "../../../parts/scroll.js";
import { Text } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { readOrLost } from "../parts/read-or-lost.js";
import { partsWords } from "../parts/words.js";
import { type PortalStewardRegisterQuery, portalStewardRegister } from "./register.operation.js";
import { newCampaignWords } from "./words.js";

type Registered = PortalStewardRegisterQuery["establishments"][number];

const existsOn = (
  day: string,
  { validFrom, validTo }: { readonly validFrom: string | null; readonly validTo: string | null },
): boolean => (validFrom ?? day) <= day && day <= (validTo ?? day);

/** The establishments whose offices a campaign counted on a day will expect; null when the register cannot be read. */
export async function readFrame(asked: WorkspaceAsked, day: string): Promise<readonly Registered[] | null> {
  const read = await readOrLost(asked.ask(portalStewardRegister, {}));
  return (
    read &&
    read.data.establishments.filter(
      (one) => existsOn(day, one) && one.partnershipOffice && existsOn(day, one.partnershipOffice),
    )
  );
}

/** The offices that will be expected, by region. */
export const FramePreview = ({
  frame,
  language,
}: {
  readonly frame: readonly Registered[] | null;
  readonly language: Language;
}) => {
  if (!frame) return <LostPart language={language} />;
  const say = newCampaignWords(language);
  const byRegion = [...frame].sort((one, other) =>
    `${one.region.code}${one.code}` < `${other.region.code}${other.code}` ? -1 : 1,
  );
  return (
    <Scroll label={say("frameCaption")}>
      <table>
        <caption>{say("frameCaption")}</caption>
        <thead>
          <tr>
            {(["establishment", "region", "peers", "list32"] as const).map((column) => (
              <th scope="col" key={column}>
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byRegion.map(({ code, name, region, peerGroup, inUniverse32 }) => (
            <tr key={code}>
              <th scope="row">
                <Text of={name} language={language} />
              </th>
              <td>
                {region.code.replace("RSS-", "")} <Text of={region.name} language={language} />
              </td>
              <td>{partsWords(language)(peerGroup ?? "noPeers")}</td>
              <td>{say(inUniverse32 ? "yes" : "no")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
