import { readReference } from "../planting.js";

/** What the demonstration answers need of one establishment and its office. */
export interface Office {
  readonly establishment: string;
  readonly office: string;
  readonly isHospital: boolean;
  readonly peerGroup: string | null;
  readonly represented2024: "YES" | "NO" | "UNSTATED";
}

interface Place extends Pick<Office, "peerGroup" | "represented2024"> {
  readonly code: string;
  readonly type: string;
}

const offices = new Map(
  readReference<{ code: string; establishment: string }[]>("partnership-offices.json").map(
    ({ code, establishment }) => [establishment, code],
  ),
);

/** The partnership offices of the register, in its order. */
export const officesOfRegister: readonly Office[] = readReference<Place[]>("establishments.json").map(
  ({ code, type, peerGroup, represented2024 }) => {
    const office = offices.get(code);
    if (!office) throw new Error(`${code} has no partnership office in the register.`);
    return {
      establishment: code,
      office,
      isHospital: type === "CHU" || type === "INSTITUT",
      peerGroup,
      represented2024,
    };
  },
);
