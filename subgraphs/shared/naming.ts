import { DefaultNamingStrategy } from "typeorm";

/** Columns are snake_case in PostgreSQL and camelCase in code. */
export class SnakeCaseNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
