import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Context,
  context,
  type ContextManager,
  propagation,
  ROOT_CONTEXT,
  trace,
} from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";

/** Spans as OpenTelemetry's own SDK records them. */
export interface RecordedSpans {
  /** Those that ended so far. */
  all(): readonly ReadableSpan[];
  forget(): void;
  stop(): void;
}

/** Registers the SDK as an operator does who preloads it, with an exporter that keeps spans in memory. */
export function recordSpans(): RecordedSpans {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register({ contextManager: new AsyncContexts() });
  return {
    all: () => exporter.getFinishedSpans(),
    forget: () => exporter.reset(),
    stop() {
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}

/** What carries a context through awaits, as the SDK for Node has it. */
class AsyncContexts implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();

  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }

  with<Arguments extends unknown[], Work extends (...given: Arguments) => ReturnType<Work>>(
    active: Context,
    work: Work,
    thisArgument?: ThisParameterType<Work>,
    ...given: Arguments
  ): ReturnType<Work> {
    return this.#storage.run(active, () => work.apply(thisArgument, given));
  }

  bind<Target>(active: Context, target: Target): Target {
    if (typeof target !== "function") return target;
    return ((...given: unknown[]) =>
      this.#storage.run(active, () =>
        (target as unknown as (...all: unknown[]) => unknown)(...given),
      )) as Target;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    this.#storage.disable();
    return this;
  }
}
