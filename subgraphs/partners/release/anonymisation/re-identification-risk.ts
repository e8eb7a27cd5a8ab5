/** How sure somebody can be who knows a person's keys and looks for the record. */
export interface ReIdentificationRisk {
  readonly average: number;
  readonly maximum: number;
  /** How many records one expects to be found again when each is looked for. */
  readonly expected: number;
}

/** The risk of each record is one out of the size of its class; sizes are given a record. */
export function reIdentificationRisk(sizeOfEachRecord: readonly number[]): ReIdentificationRisk {
  const risks = sizeOfEachRecord.map((size) => 1 / size);
  const expected = risks.reduce((sum, risk) => sum + risk, 0);
  return {
    average: risks.length === 0 ? 0 : expected / risks.length,
    maximum: risks.reduce((highest, risk) => Math.max(highest, risk), 0),
    expected,
  };
}
