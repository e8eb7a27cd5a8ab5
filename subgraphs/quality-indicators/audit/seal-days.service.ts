import { dayInToronto, endOfDayInToronto } from "../../shared/clock.js";
import type { DailyTask } from "../../shared/daily-task.js";
import { signingKeyOf } from "../../shared/secrets/signing-key.js";
import { signSeal } from "./seal.js";
import { headsBefore, insertSeal, lastSealedDay, whileSealing } from "./seal.repository.js";

/** The day before or after one, by the calendar. */
function shifted(day: string, days: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}

/**
 * Seals every day that ended since the last seal: the head of each chain, signed. The first seal ever is yesterday's:
 * of what came before nobody was witness. Several processes may do it at once, each day is sealed by one of them.
 */
export const sealDays: DailyTask = {
  name: "seal the audit",
  async run({ address, clock, signingKey }) {
    const key = await signingKeyOf(signingKey, address.roleSecret);
    const yesterday = shifted(dayInToronto(clock()), -1);
    await whileSealing(address, async (owner) => {
      const last = await lastSealedDay(owner);
      for (let day = last === null ? yesterday : shifted(last, 1); day <= yesterday; day = shifted(day, 1)) {
        const heads = await headsBefore(owner, endOfDayInToronto(day));
        const seal = { day, heads, sealedAt: clock().toISOString() };
        await insertSeal(owner, { ...seal, signature: await signSeal(key, seal), key: key.publicKey });
      }
    });
  },
};
