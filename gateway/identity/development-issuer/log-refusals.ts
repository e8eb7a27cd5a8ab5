import type { EventEmitter } from "node:events";
import type { errors, KoaContextWithOIDC, Provider } from "oidc-provider";
import type { Logger } from "pino";

/** Writes why the issuer refused to the hub's log; the client gets the OAuth error only, and no log a token. */
export function logRefusals(provider: Provider, log: Logger | null): void {
  const refused = (ctx: KoaContextWithOIDC, refusal: errors.OIDCProviderError): void => {
    const client = ctx.oidc.client?.clientId ?? null;
    log?.info(
      { client, error: refusal.error, reason: reasonOf(refusal) },
      "refused by the development issuer",
    );
  };
  const failed = (error: Error): void => log?.error({ err: error }, "development issuer failed");
  provider.on("grant.error", refused);
  provider.on("authorization.error", refused);
  provider.on("revocation.error", refused);
  provider.on("end_session.error", refused);
  provider.on("server_error", (_ctx, error) => failed(error));
  // Without a listener the library's server prints the stack to the terminal.
  (provider as unknown as EventEmitter).on("error", failed);
}

const reasonOf = ({
  error_detail: detail,
  error_description: description,
  error,
}: errors.OIDCProviderError) => detail ?? description ?? error;
