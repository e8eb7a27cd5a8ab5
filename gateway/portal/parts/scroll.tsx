import type { ComponentChildren } from "preact";

/** What may be wider than the page: it scrolls by itself, by keyboard too. */
export const Scroll = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) => (
  <div class="scroll" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
