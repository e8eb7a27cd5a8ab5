import type { Language } from "../../../language.js";
import { instantIn } from "./moments.js";

/** One act on an agreement or a credential. */
export interface PastAct {
  readonly version: number;
  readonly act: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
}

interface HistoryProps {
  readonly acts: readonly PastAct[];
  readonly label: string;
  readonly wordOf: (act: string) => string;
  readonly language: Language;
}

/** What was done to something, the first act first. */
export const History = ({ acts, label, wordOf, language }: HistoryProps) => (
  <details>
    <summary>
      {label} ({acts.length})
    </summary>
    <ul>
      {acts.map(({ version, act, by, at, reason }) => (
        <li key={version}>
          {instantIn(language, at)} · {wordOf(act)} · <code>{by}</code> {reason}
        </li>
      ))}
    </ul>
  </details>
);
