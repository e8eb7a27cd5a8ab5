import { type ComponentChildren, Fragment } from "preact";

/** Stands in a message for the element of that rank: `say("mean", { value: slot(0) })`. */
export const slot = (rank: number): string => `\u0001${rank}\u0001`;

/** A message with elements in its slots. */
export const Placed = ({
  text,
  nodes,
}: {
  readonly text: string;
  readonly nodes: readonly ComponentChildren[];
}) => (
  <Fragment>
    {/* Odd pieces are the ranks between two marks. */}
    {text.split("\u0001").map((piece, rank) => (rank % 2 === 0 ? piece : nodes[Number(piece)]))}
  </Fragment>
);
