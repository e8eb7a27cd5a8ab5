/**
 * Partners of one roster. The 35 offices of 2024 have some 1,700 between them, and a roster comes as a whole: the
 * authenticated door takes a body that holds this many.
 */
export const mostPartners = 5_000;

/** Engagements of one partner. */
export const mostEngagements = 50;

/** Withdrawals in one push. */
export const mostWithdrawals = mostPartners;

/** Issues told of one push; the others are counted. Nobody mends more in one go, and each comes in two languages. */
export const mostIssues = 1_000;

/** Differences told of one conflict; the others are counted. */
export const mostDifferences = 500;

export const longestLocalId = 64;
export const longestCode = 200;
export const longestList = 50;
export const longestKey = 200;
