/** The fewest answering offices for which a figure of offices may be published. */
export const smallestGroup = 5;
