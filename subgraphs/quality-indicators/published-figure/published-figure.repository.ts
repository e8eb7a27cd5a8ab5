import { In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { PublishedFigure } from "./published-figure.entity.js";

/** The published figures, those of the given sources when they are given, in the order of the table of figures. */
export async function findPublishedFigures(
  context: SubgraphContext,
  sources?: readonly string[],
): Promise<PublishedFigure[]> {
  return (await context.database.published()).find(PublishedFigure, {
    ...(sources === undefined ? {} : { where: { source: In([...sources]) } }),
    order: { position: "ASC" },
  });
}
