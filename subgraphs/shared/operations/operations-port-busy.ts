import { StartError } from "../start-error.js";

/** Says that the private port is taken, and what to do. */
export const operationsPortBusy = (port: number): StartError =>
  new StartError(
    "OPERATIONS_PORT_BUSY",
    `Le port ${port} de l'exploitation (/metrics) est déjà pris. Donnez-en un autre, OPERATIONS_PORT=${port + 10}, ou aucun, OPERATIONS_PORT=off.`,
    `Port ${port} of operations (/metrics) is already in use. Give another, OPERATIONS_PORT=${port + 10}, or none, OPERATIONS_PORT=off.`,
  );
