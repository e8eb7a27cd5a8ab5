/** Waits for an answer no longer than so many milliseconds; then gives another instead. */
export function withinTime<Result, Otherwise>(
  answer: Promise<Result>,
  mostMs: number,
  otherwise: () => Otherwise,
): Promise<Result | Otherwise> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(() => resolve(otherwise()), mostMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
