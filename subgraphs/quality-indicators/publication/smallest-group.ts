/** The fewest offices behind a figure, and behind the difference of two figures, for which it may be published. */
export const smallestGroup = 5;
