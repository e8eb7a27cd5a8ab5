import { Command, CommanderError } from "commander";
import { addAuditTableCommand } from "./audit-table.command.js";
import { addBackupCommand } from "./backup/backup.command.js";
import { addRestoreCommand } from "./backup/restore.command.js";
import { addCompletenessCommand } from "./completeness.command.js";
import { addDoctorCommand } from "./doctor/doctor.command.js";
import { endingOf, exitCodes } from "./exit-code.js";
import { addExportCommand } from "./export.command.js";
import { inLanguage, languageOf } from "./language.js";
import { addLoginCommand } from "./login/login.command.js";
import { addLogoutCommand } from "./login/logout.command.js";
import { addProtectTableCommand } from "./protect-table.command.js";
import { addPushCommand } from "./push.command.js";
import { addRiskCommand } from "./risk.command.js";
import { addPushRosterCommand } from "./push-roster.command.js";
import { addStatusCommand } from "./status.command.js";
import { addTemplateCommand } from "./template.command.js";
import { addTokenCommand } from "./token.command.js";
import { usageWords } from "./usage-errors.js";
import { addValidateCommand } from "./validate.command.js";
import { addVerifyAuditCommand } from "./verify-audit.command.js";

const language = languageOf(process.argv.slice(2));

const program = new Command("carrefour")
  .description("Le carrefour, depuis un terminal · The hub, from a terminal")
  .helpOption("-h, --help", "cette aide · this help")
  .helpCommand("help [commande]", "aide d'une commande · help of a command")
  .configureOutput({ outputError: () => undefined })
  .exitOverride();

addTemplateCommand(program);
addValidateCommand(program);
addPushCommand(program);
addPushRosterCommand(program);
addStatusCommand(program);
addCompletenessCommand(program);
addExportCommand(program);
addLoginCommand(program);
addLogoutCommand(program);
addTokenCommand(program);
addProtectTableCommand(program);
addVerifyAuditCommand(program);
addDoctorCommand(program);
addBackupCommand(program);
addRestoreCommand(program);
addAuditTableCommand(program);
addRiskCommand(program);

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommanderError) {
    const words = usageWords(error);
    if (words) console.error(inLanguage(words, language));
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return;
  }
  const { code, words } = endingOf(error);
  console.error(inLanguage(words, language));
  process.exitCode = code;
});
