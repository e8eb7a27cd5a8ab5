/** Shares one answer among all who ask at the same time or soon after it came; a failed one is not kept. */
export function keptFor<Answer>(ms: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let kept: { readonly answer: Promise<Answer>; readonly until: number } | null = null;
  return () => {
    if (kept && performance.now() < kept.until) return kept.answer;
    const answer = ask();
    const asked = { answer, until: Infinity };
    kept = asked;
    answer.then(
      () => {
        if (kept === asked) kept = { answer, until: performance.now() + ms };
      },
      () => {
        if (kept === asked) kept = null;
      },
    );
    return answer;
  };
}
