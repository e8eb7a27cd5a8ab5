import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";
import { CalendarDay } from "../../shared/calendar-day.js";
import { Public } from "../../shared/public.js";

@ObjectType({
  description: "La tête d'une chaîne du journal. · The head of a chain of the audit.",
})
export class AuditHead {
  @Field(() => String, {
    description:
      "Chaîne : code de l'établissement, ou HUB pour ce qui n'en concerne aucun. · Chain: code of the establishment, or HUB for what concerns none.",
  })
  @Public()
  chain!: string;

  @Field(() => String, { description: "Tête : SHA-256 en hexadécimal. · Head: SHA-256 in hexadecimal." })
  @Public()
  head!: string;
}

@ObjectType({
  description:
    "La clé publique qui vérifie un sceau, comme un JWK. · The public key that verifies a seal, as a JWK.",
})
export class AuditKey {
  @Field(() => String, { description: "Empreinte de la clé (RFC 7638). · Thumbprint of the key (RFC 7638)." })
  @Public()
  kid!: string;

  @Field(() => String, { description: "Famille de clés : OKP. · Family of keys: OKP." })
  @Public()
  kty!: string;

  @Field(() => String, { description: "Courbe : Ed25519. · Curve: Ed25519." })
  @Public()
  crv!: string;

  @Field(() => String, { description: "La clé, en base64url. · The key, in base64url." })
  @Public()
  x!: string;
}

@ObjectType({
  description:
    "Les têtes de toutes les chaînes du journal à la fin d'un jour, signées : qui les garde peut prouver qu'on a réécrit l'histoire. · The heads of every chain of the audit at the end of a day, signed: who keeps them can prove that history was rewritten.",
})
export class AuditHeads {
  @Field(() => CalendarDay, { description: "Jour, à l'heure de Toronto. · Day, in Toronto time." })
  @Public()
  day!: string;

  @Field(() => [AuditHead], { description: "Têtes, par chaîne. · Heads, by chain." })
  @Public()
  heads!: AuditHead[];

  @Field(() => GraphQLISODateTime, { description: "Instant du sceau. · Instant of the seal." })
  @Public()
  sealedAt!: Date;

  @Field(() => String, {
    description:
      "Signature : un JWS compact dont le contenu est le jour, les têtes et l'instant. · Signature: a compact JWS whose payload is the day, the heads and the instant.",
  })
  @Public()
  signature!: string;

  @Field(() => AuditKey, { description: "Clé publique de la signature. · Public key of the signature." })
  @Public()
  key!: AuditKey;
}
