import { manyByKey } from "../../shared/loader.js";
import { asCaller } from "../../shared/tenancy.js";
import { findActs } from "./access-agreement.repository.js";
import type { AgreementAct } from "./agreement-act.entity.js";

/** The acts of each agreement, the first one first. */
export const actsByAgreement = manyByKey<string, AgreementAct>(
  (context, agreements) => asCaller(context, (manager) => findActs(manager, agreements)),
  ({ agreement }) => agreement,
);
