import { registerEnumType } from "type-graphql";

/** Language of texts made on the fly (messages of issues, reasons). */
export enum Language {
  FR = "FR",
  EN = "EN",
}
registerEnumType(Language, {
  name: "Language",
  description:
    "Langue des messages composés à la demande. · Language of the messages that are made on the fly.",
  valuesConfig: {
    FR: { description: "Français. · French." },
    EN: { description: "Anglais. · English." },
  },
});
