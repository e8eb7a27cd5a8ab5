import { SpanKind } from "@opentelemetry/api";
import { beginSpan, isTracing } from "./tracing.js";

/** Sends a statement within a span of its own, if what sends it is traced. The span has its name, never its values. */
export function tracedStatement<Result>(
  text: unknown,
  others: readonly unknown[],
  send: (others: readonly unknown[]) => Result,
): Result {
  if (typeof text !== "string" || !isTracing()) return send(others);
  const traced = beginSpan(nameOfStatement(text), undefined, {
    kind: SpanKind.CLIENT,
    attributes: { "db.system.name": "postgresql" },
  });
  if (traced === null) return send(others);
  const end = (error?: unknown): void =>
    traced.end(error ? String((error as { code?: unknown }).code ?? "failed") : null);
  // A pool hands over what to call with the result; everyone else awaits it.
  const told = others.at(-1);
  if (typeof told === "function") {
    const tellBoth = (...results: unknown[]): void => {
      end(results[0]);
      told(...results);
    };
    return send([...others.slice(0, -1), tellBoth]);
  }
  const result = send(others);
  if (isPromise(result)) result.then(() => end(), end);
  return result;
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === "function";

// The hub's own statements are constant texts, some hundred of them; a query builder may write more.
const mostNamed = 1_000;
const names = new Map<string, string>();

/** What a statement does to which table: `SELECT establishments_published.establishment`. */
export function nameOfStatement(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const [verb = "SQL"] = /[a-z]+/i.exec(text) ?? [];
  const [, table = ""] = /\b(?:FROM|INTO|UPDATE|JOIN)\s+([a-z_"]+(?:\.[a-z_"]+)?)/i.exec(text) ?? [];
  const name = `${verb.toUpperCase()} ${table.replaceAll('"', "")}`.trim();
  if (names.size < mostNamed) names.set(text, name);
  return name;
}
