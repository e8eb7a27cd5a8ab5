/** The first and last day of a fact of the register, null where none is stated. */
export interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** True when a fact of the register holds on a day, its first and last ones included, or when no day is asked about. */
export const isValidOn = ({ validFrom, validTo }: Validity, day: string | undefined): boolean =>
  day === undefined || ((validFrom === null || validFrom <= day) && (validTo === null || day <= validTo));

/** A fact of the register, or null where it does not hold on the day that is asked about. */
export const validOn = <Fact extends Validity>(fact: Fact | null, day: string | undefined): Fact | null =>
  fact !== null && isValidOn(fact, day) ? fact : null;
