import type { GivenCell, GivenHierarchies, GivenTable } from "./given-table.js";
import { codeOf, hierarchiesIn, isObject, policyIn, refuseOthers, told } from "./read-members.js";
import { type Mistakes, placed } from "./table-mistake.js";

/** What a JSON text says; a text that is no JSON is a mistake. */
export function parsed(text: string, place: string, mistakes: Mistakes): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch (error) {
    const { message } = error as Error;
    mistakes.add("NOT_JSON", place, `ce n'est pas du JSON (${message}).`, `this is not JSON (${message}).`);
    return undefined;
  }
}

/** Reads a table of the form `{ dimensions, cells, policy }`; `hierarchies` where they are in a file of their own. */
export function readJsonTable(
  text: string,
  apart: Pick<GivenTable, "hierarchies" | "policy"> | null,
  mistakes: Mistakes,
): GivenTable {
  const file = parsed(text, "JSON", mistakes);
  mistakes.refuse();
  if (!isObject(file)) {
    mistakes.add(
      "BAD_TABLE",
      "JSON",
      `attendu : { "dimensions": …, "cells": […] } ; reçu : ${told(file)}.`,
      `expected: { "dimensions": …, "cells": […] }; got: ${told(file)}.`,
    );
    mistakes.refuse();
    return { hierarchies: new Map(), cells: [], policy: {} };
  }
  refuseOthers(file, ["dimensions", "cells", "policy"], "", mistakes);
  const hierarchies =
    apart && !("dimensions" in file) ? apart.hierarchies : hierarchiesIn(file["dimensions"], mistakes);
  const policy = { ...apart?.policy, ...policyIn(file["policy"], mistakes) };
  const { cells } = file;
  if (!Array.isArray(cells) || cells.length === 0) {
    mistakes.add(
      "NO_CELLS",
      "cells",
      `attendu : une liste d'au moins une cellule ; reçu : ${told(cells)}.`,
      `expected: a list of at least one cell; got: ${told(cells)}.`,
    );
    return { hierarchies, cells: [], policy };
  }
  return {
    hierarchies,
    policy,
    cells: cells.flatMap(
      (cell: unknown, rank) => cellIn(cell, `cells[${rank}]`, hierarchies, mistakes) ?? [],
    ),
  };
}

function cellIn(
  cell: unknown,
  place: string,
  hierarchies: GivenHierarchies,
  mistakes: Mistakes,
): GivenCell | null {
  if (!isObject(cell) || !isObject(cell["at"])) {
    const form = '{ "at": { "NAME": "CODE", … }, "value": 30, "suppressed": true }';
    mistakes.add(
      "BAD_CELL",
      place,
      `attendu : ${form} ; reçu : ${told(cell)}.`,
      `expected: ${form}; got: ${told(cell)}.`,
    );
    return null;
  }
  refuseOthers(cell, ["at", "value", "suppressed", "contributors"], place, mistakes);
  refuseOthers(cell["at"], [...hierarchies.keys()], `${place}.at`, mistakes);
  const at = new Map<string, string>();
  for (const name of hierarchies.keys()) {
    const code = codeOf(cell["at"][name]);
    if (code !== null) at.set(name, code);
    else if (name in cell["at"])
      mistakes.add(
        "BAD_CODE",
        `${place}.at.${name}`,
        `attendu : un code ; reçu : ${told(cell["at"][name])}.`,
        `expected: a code; got: ${told(cell["at"][name])}.`,
      );
    else mistakes.add("MISSING_CODE", `${place}.at.${name}`, "il manque ce code.", "this code is missing.");
  }
  const { value, suppressed = false, contributors = [] } = cell;
  if (typeof suppressed !== "boolean")
    mistakes.add(
      "BAD_SUPPRESSED",
      `${place}.suppressed`,
      `attendu : true ou false ; reçu : ${told(suppressed)}.`,
      `expected: true or false; got: ${told(suppressed)}.`,
    );
  const isList = Array.isArray(contributors) && contributors.every((amount) => typeof amount === "number");
  if (!isList)
    mistakes.add(
      "BAD_CONTRIBUTORS",
      `${place}.contributors`,
      `attendu : une liste de nombres, [11, 9] ; reçu : ${told(contributors)}.`,
      `expected: a list of numbers, [11, 9]; got: ${told(contributors)}.`,
    );
  if (typeof value !== "number") {
    mistakes.add(
      "BAD_VALUE",
      `${place}.value`,
      `attendu : un nombre, aussi pour une cellule masquée ; reçu : ${told(value)}.`,
      `expected: a number, also for a suppressed cell; got: ${told(value)}.`,
    );
    return null;
  }
  return {
    place: placed(place),
    at,
    value,
    isSuppressed: suppressed === true,
    contributors: isList ? (contributors as number[]) : [],
  };
}
