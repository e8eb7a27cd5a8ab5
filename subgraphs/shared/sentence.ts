// « M. Roy » and “Dr. Roy” do not end a sentence.
const sentenceEnd = /(?<!(?<!\p{Letter})(?:MM?|Mr|Mrs|Ms|Mme|Mlle|Dre?|Me)\.)(?<=[.!?…])\s+|[\r\n]+/u;

/** The sentences of a text, as they are written. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
