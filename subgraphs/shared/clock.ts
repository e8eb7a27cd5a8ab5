/** The time, injected so that tests can give it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

const torontoDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Toronto",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar day (YYYY-MM-DD) in America/Toronto at an instant: deadlines and embargoes are told in it. */
export const dayInToronto = (instant: Date): string => torontoDay.format(instant);

const torontoTime = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/Toronto",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** An instant as people read it: its day and its hour in America/Toronto (YYYY-MM-DD HH:MM). */
export const instantInToronto = (instant: Date): string =>
  `${dayInToronto(instant)} ${torontoTime.format(instant)}`;

/** The first instant of the given calendar day in America/Toronto. */
export function startOfDayInToronto(day: string): Date {
  // Toronto is 4 or 5 hours behind UTC: the midnight that falls on the right day is the one we want.
  const summer = new Date(`${day}T04:00:00Z`);
  return dayInToronto(summer) === day ? summer : new Date(`${day}T05:00:00Z`);
}

// Every field of a request asks about the same day.
let lastEnd: { readonly day: string; readonly instant: Date } | null = null;

/** The first instant after the given calendar day in America/Toronto. */
export function endOfDayInToronto(day: string): Date {
  if (lastEnd?.day !== day) lastEnd = { day, instant: computeEndOfDay(day) };
  return lastEnd.instant;
}

function computeEndOfDay(day: string): Date {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return startOfDayInToronto(next.toISOString().slice(0, 10));
}
