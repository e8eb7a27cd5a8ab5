import type { FastifyHelmetOptions } from "@fastify/helmet";

/**
 * What the hub's pages and answers may do in a browser: load what comes from the hub itself, nothing else, and never
 * inside another page. A page that needs more says so beside its own route.
 */
export const securityHeaders: FastifyHelmetOptions = {
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
