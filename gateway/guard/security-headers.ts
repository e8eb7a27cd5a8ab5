import type { FastifyInstance } from "fastify";
import helmet, { type HelmetOptions } from "helmet";

/**
 * What the hub's pages and answers may do in a browser: load what comes from the hub itself, nothing else, and never
 * inside another page. A page that needs more says so beside its own route.
 */
const securityHeaders: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: "no-referrer" },
  // Answers of the public door are read by other sites; what they may read is a matter of CORS.
  crossOriginResourcePolicy: false,
};

/**
 * Has every answer of a server carry them. The middleware is made once: Fastify's plugin makes it anew for each request,
 * in objects that V8 holds until it collects everything, and the whole request with them.
 */
export function tellSecurityHeaders(app: FastifyInstance): void {
  const tell = helmet(securityHeaders);
  app.addHook("onRequest", (request, reply, done) => tell(request.raw, reply.raw, () => done()));
}
