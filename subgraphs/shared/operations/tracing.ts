import {
  type Attributes,
  type Context,
  context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  isSpanContextValid,
  propagation,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";

// Only the API is ours: without an SDK, preloaded by the operator, every call below does nothing and costs nothing.
const tracer = trace.getTracer("carrefour");

/** A span that has begun. */
export interface Traced {
  /** What spans within it are given as their parent. */
  readonly context: Context;
  /** Ends it; the reason of a failure is a code or a word of ours, never what somebody sent. */
  end(failure?: string | null, attributes?: Attributes): void;
}

/** Begins a span; null when nobody traces. Names and attributes hold no value that a caller sent. */
export function beginSpan(
  name: string,
  parent: Context = context.active(),
  { kind = SpanKind.INTERNAL, attributes = {}, startTime }: SpanOptions = {},
): Traced | null {
  const span = tracer.startSpan(
    name,
    startTime === undefined ? { kind, attributes } : { kind, attributes, startTime },
    parent,
  );
  if (!isSpanContextValid(span.spanContext())) return null;
  return {
    context: trace.setSpan(parent, span),
    end(failure = null, more = {}) {
      span.setAttributes(more);
      if (failure !== null) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      span.end();
    },
  };
}

/** Runs work within a span, so that what it begins is found under it. */
export const within = <Result>(traced: Traced | null, work: () => Result): Result =>
  traced === null ? work() : context.with(traced.context, work);

// W3C Trace Context; baggage and other headers are nobody's to hand to us.
const carried = ["traceparent", "tracestate"] as const;
type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The span that a request says it belongs to, unless one began for it here; for requests of who is trusted only. */
export function carriedContext(headers: Headers, parent: Context = context.active()): Context {
  if (headers.traceparent === undefined || trace.getSpan(parent) !== undefined) return parent;
  const carrier = Object.fromEntries(carried.map((name) => [name, headers[name]]));
  return propagation.extract(parent, carrier, defaultTextMapGetter);
}

/** The headers that hand a span on to the next process; none without a span. */
export function carriedHeaders(parent: Context = context.active()): Readonly<Record<string, string>> {
  if (trace.getSpan(parent) === undefined) return none;
  const carrier: Record<string, string> = {};
  // Of what the operator's propagators write, the two of the standard leave.
  propagation.inject(parent, carrier, defaultTextMapSetter);
  return Object.fromEntries(
    carried.flatMap((name) => (carrier[name] === undefined ? [] : [[name, carrier[name]]])),
  );
}
const none = {};

/** True when this very call runs within a span. */
export const isTracing = (): boolean => trace.getSpan(context.active()) !== undefined;
