/** The seed of the drawn forms: another one each run, printed in the titles; FORM_SEED gives a former one again. */
export const seed = Number(process.env.FORM_SEED ?? Math.floor(Math.random() * 2 ** 31));
