import type { Command } from "commander";
import { exitCodes } from "../exit-code.js";
import { inLanguage, languageOf, type TerminalLanguage, withLanguage } from "../language.js";
import type { Finding, Level } from "./finding.js";

interface Options {
  readonly json?: true;
  readonly lang?: TerminalLanguage;
}

const signs: Readonly<Record<Level, string>> = { ok: "✓", warning: "!", fault: "✗" };

/** `carrefour doctor`: what a hub needs, one line each, with the next step where something is not well. */
export const addDoctorCommand = (program: Command): Command =>
  withLanguage(program.command("doctor"))
    .description(
      "examine ce qu'il faut au carrefour, qu'il serve ou non · looks at what the hub needs, whether it serves or not",
    )
    .option("--json", "en JSON · as JSON")
    .action(async (options: Options) => {
      const language = options.lang ?? languageOf([]);
      const findings: Finding[] = [];
      const { examine } = await import("./examine.js");
      await examine((finding) => {
        findings.push(finding);
        if (!options.json) console.log(lineOf(finding, language));
      });
      const count = (wanted: Level): number => findings.filter(({ level }) => level === wanted).length;
      const [faults, warnings] = [count("fault"), count("warning")];
      if (options.json) console.log(JSON.stringify({ faults, warnings, findings }, null, 2));
      else
        console.log(
          inLanguage(
            {
              fr:
                faults === 0
                  ? `Rien n'empêche le carrefour de servir (${warnings} avertissements).`
                  : `${faults} fautes, ${warnings} avertissements.`,
              en:
                faults === 0
                  ? `Nothing keeps the hub from serving (${warnings} warnings).`
                  : `${faults} faults, ${warnings} warnings.`,
            },
            language,
          ),
        );
      process.exitCode = faults === 0 ? exitCodes.done : exitCodes.refused;
    });

const lineOf = ({ level, about, found }: Finding, language: TerminalLanguage): string =>
  `${signs[level]} ${inLanguage(about, language)} · ${inLanguage(found, language)}`;
