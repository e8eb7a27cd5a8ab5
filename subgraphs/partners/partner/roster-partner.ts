/** What a release is built from: one partner of a roster, without its local id and its establishment. */
export interface RosterPartner {
  readonly region: string;
  readonly ageBand: string;
  readonly gender: string;
  readonly standing: string;
  readonly experienceDomains: readonly string[];
  readonly synthetic: boolean;
}
