/** The mutation with everything that its result holds. */
export const openingMutation = `mutation ($input: OpenCampaignInput!) {
  openCampaign(input: $input) {
    status expectedOffices receipt
    campaign { code instrument title { fr en status } period { from to label } stockDate basis base vintages { code } }
    issues { code path message observed expected }
  }
}`;

/** What the mutation answers. */
export interface OpeningAnswer {
  readonly openCampaign: {
    readonly status: string;
    readonly expectedOffices: number;
    readonly receipt: string | null;
    readonly campaign: Record<string, unknown> | null;
    readonly issues: readonly { readonly code: string; readonly path: string; readonly message: string }[];
  };
}

/** A campaign that can be opened, with the form of 2025-2026, with what a test changes. */
export const anOpening = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  code: "2026-2027",
  title: { fr: "Données annuelles 2026-2027", en: "2026-2027 yearly figures" },
  period: { from: "2026-04-01", to: "2027-03-31", label: "2026-2027" },
  stockDate: "2027-03-31",
  opensAt: "2026-04-01",
  closesAt: "2026-06-30",
  lockAt: "2026-07-15",
  embargoUntil: "2026-09-01",
  note: { fr: "Campagne d'essai.", en: "Trial campaign." },
  formOf: "2025-2026",
  ...changes,
});
