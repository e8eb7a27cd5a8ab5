/** The hidden field by which the hub knows that a form came from its own page. */
export const AntiForgery = ({ token }: { readonly token: string }) => (
  <input type="hidden" name="anti-forgery" value={token} />
);
