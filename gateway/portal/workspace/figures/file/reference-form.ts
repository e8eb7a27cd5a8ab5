import type { ReferenceForm } from "../../../../figures-file/reference.js";
import type { Form } from "../case/figures-case.js";

/** The form as those who read and write files know it: what comes by the API says the same with plain words for codes. */
export const referenceForm = ({ campaign, ...form }: Form): ReferenceForm =>
  ({ code: campaign, ...form }) as unknown as ReferenceForm;
