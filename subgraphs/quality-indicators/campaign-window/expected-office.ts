/** A text in both languages, as the rows of a publication keep it. */
export interface NameText {
  readonly fr: string;
  readonly en: string | null;
  readonly status: string;
}

/** One office of a campaign's frame: where it belongs, frozen at opening. */
export interface ExpectedOffice {
  readonly campaign: string;
  readonly office: string;
  readonly establishment: string;
  readonly region: string;
  readonly regionGroup: string;
  readonly peerGroup: string | null;
  readonly inUniverse32: boolean;
  readonly inUniverse35: boolean;
  readonly names: { readonly establishment: NameText; readonly region: NameText };
}
