import { addressOf } from "../../../addresses.js";
import type { Language } from "../../../language.js";
import { type StoredText, wordsOf } from "../../../parts/text.js";
import type { WorkspaceAsked } from "../../workspace-page.js";
import { stewardCommentsWords } from "./words.js";

/** How an address narrows the list. */
export const filterNames = {
  state: { fr: "etat", en: "state" },
  campaign: { fr: "campagne", en: "campaign" },
} as const;

const states = ["OPEN", "ANSWERED", "WITHDRAWN"] as const;
type State = (typeof states)[number];
const everything = "*";

/** What the list is narrowed by: open comments, unless the address asks otherwise. */
export interface ChosenFilter {
  readonly asked: { readonly state: State | null; readonly campaign: string | null };
  /** The same as parameters of the address. */
  readonly query: readonly (readonly [string, string])[];
}

/** Reads what the address asks for. */
export function filterOf({ query, language }: WorkspaceAsked): ChosenFilter {
  const asked = query["state"]?.[0];
  const state = asked === everything ? null : (states.find((known) => known === asked) ?? "OPEN");
  const campaign = query["campaign"]?.[0] || null;
  return {
    asked: { state, campaign },
    query: [
      [filterNames.state[language], state ?? everything],
      ...(campaign === null ? [] : [[filterNames.campaign[language], campaign] as const]),
    ],
  };
}

interface FilterProps {
  readonly filter: ChosenFilter;
  readonly campaigns: readonly { readonly code: string; readonly title: StoredText }[];
  readonly language: Language;
}

/** Narrows the list, without scripts. */
export const CommentFilter = ({ filter: { asked }, campaigns, language }: FilterProps) => {
  const say = stewardCommentsWords(language);
  const lists = [
    {
      name: filterNames.state[language],
      label: say("state"),
      chosen: asked.state ?? everything,
      options: [...states.map((state) => [state, say(state)] as const), [everything, say("all")] as const],
    },
    {
      name: filterNames.campaign[language],
      label: say("campaign"),
      chosen: asked.campaign ?? "",
      options: [
        ["", say("allCampaigns")] as const,
        ...campaigns.map(({ code, title }) => [code, wordsOf(title, language)] as const),
      ],
    },
  ];
  return (
    <form class="act" method="get" action={addressOf(language, "stewardComments")}>
      {lists.map(({ name, label, chosen, options }) => (
        <div class="field" key={name}>
          <label for={name}>{label}</label>
          <select id={name} name={name}>
            {options.map(([value, words]) => (
              <option key={value} value={value} selected={value === chosen}>
                {words}
              </option>
            ))}
          </select>
        </div>
      ))}
      <p class="buttons">
        <button type="submit" class="secondary">
          {say("show")}
        </button>
      </p>
    </form>
  );
};
