export { asRole } from "../../../../test/harness/as-role.js";
