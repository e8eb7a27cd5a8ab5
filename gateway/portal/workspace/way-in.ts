import type { Logger } from "pino";
import type { IssuerClient } from "./session/issuer-client.js";
import type { Sessions } from "./session/sessions.js";
import type { Knowing } from "./visitor.js";
import type { WritePage } from "./write-page.js";

/** What the ways in and out of the workspace need. */
export interface WayIn {
  /** Null: nobody can sign in here. */
  readonly sessions: Sessions | null;
  readonly issuer: IssuerClient;
  readonly identify: Knowing["identify"];
  readonly knowing: Knowing;
  readonly write: WritePage;
  /** True when the development issuer signs people in. */
  readonly isDevelopment: boolean;
  readonly issuerOrigin: string;
  readonly publicUrl: string;
  readonly log: Logger;
}
