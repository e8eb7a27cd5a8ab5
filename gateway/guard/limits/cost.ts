/**
 * The budget of one request, in fields of the answer as the schema lets one expect them. The portal's heaviest page is
 * estimated at about a sixth of it.
 */
export const costBudget = 120_000;
