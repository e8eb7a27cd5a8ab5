import { addressOf } from "../../../addresses.js";
import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { wordsOf } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { Bar, Count, Percentage } from "../parts/count.js";
import type { Group, Universe } from "../parts/opened-campaigns.js";
import { partsWords } from "../parts/words.js";
import { campaignWords } from "./words.js";

interface BoardProps {
  readonly asked: WorkspaceAsked;
  readonly campaign: string;
  readonly universes: readonly Universe[];
}

/** Who has sent, and in time, among the offices of one of the two lists. */
export const CompletenessBoard = ({ asked, campaign, universes }: BoardProps) => {
  const { language, query } = asked;
  const say = campaignWords(language);
  const chosen = query["universe"]?.[0] === "32" ? 32 : 35;
  const universe = universes.find((one) => one.universe === chosen);
  if (!universe) return null;
  return (
    <>
      <h2>{say("completeness")}</h2>
      <nav aria-label={say("lists")}>
        <ul class="buttons">
          {universes.map(({ universe: list }) => (
            <li key={list}>
              <a
                href={addressOf(language, "stewardCampaign", { campaign }, [
                  [language === "fr" ? "liste" : "list", String(list)],
                ])}
                aria-current={list === chosen ? "true" : undefined}
              >
                {say("list", { list })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <GroupTable
        caption={say("byPeers", { list: chosen })}
        head={say("group")}
        groups={[universe.total, ...universe.peerGroups]}
        nameOf={(group) => (group === universe.total ? say("all") : peerName(language, group))}
        language={language}
      />
      <GroupTable
        caption={say("byRegion", { list: chosen })}
        head={say("region")}
        groups={[...universe.regions].sort((one, other) => ((one.code ?? "") < (other.code ?? "") ? -1 : 1))}
        nameOf={({ code, name }) =>
          `${(code ?? "").replace("RSS-", "")} ${name ? wordsOf(name, language) : ""}`
        }
        language={language}
      />
    </>
  );
};

const peerName = (language: Language, { code }: Group): string =>
  partsWords(language)(code === "CISSS" || code === "CIUSSS" || code === "CHU_INSTITUT" ? code : "noPeers");

interface TableProps {
  readonly caption: string;
  readonly head: string;
  readonly groups: readonly Group[];
  readonly nameOf: (group: Group) => string;
  readonly language: Language;
}

const GroupTable = ({ caption, head, groups, nameOf, language }: TableProps) => {
  const say = campaignWords(language);
  return (
    <Scroll label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {(["expected", "received", "onTime", "late", "missing", "share"] as const).map((column) => (
              <th scope="col" class="number" key={column}>
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={nameOf(group)}>
              <th scope="row">{nameOf(group)}</th>
              {[group.expected, group.received, group.onTime, group.late, group.missing.length].map(
                (count, index) => (
                  <td class="number" key={index}>
                    <Count of={count} language={language} />
                  </td>
                ),
              )}
              <td class="number">
                <Percentage of={group.completeness.percentage} language={language} />
                <Bar value={group.received} most={group.expected} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
