import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  validate,
  visit,
} from "graphql";
import { tidied } from "../answers/rewritten-question.js";
import type { Question } from "../truth/truth.js";

/**
 * The smallest operation found that still fails in the same way: takes away one selection, argument, directive,
 * variable or fragment at a time, as long as what is left is valid and fails.
 */
export async function shrunk(
  schema: GraphQLSchema,
  question: Question,
  fails: (smaller: Question) => Promise<boolean>,
  tries = 600,
): Promise<Question> {
  let smallest = question;
  let left = tries;
  for (let at = 0; left > 0;) {
    const candidate = smaller(smallest, at);
    if (candidate === null) break;
    const isValid = candidate.query !== smallest.query && validate(schema, candidate.document).length === 0;
    if (isValid) left -= 1;
    if (isValid && (await fails(candidate))) smallest = candidate;
    else at += 1;
  }
  return smallest;
}

/** The operation without its n-th part; null when it has no such part. */
function smaller(question: Question, at: number): Question | null {
  let seen = -1;
  let isFound = false;
  const take = (): boolean => {
    seen += 1;
    if (seen !== at) return false;
    isFound = true;
    return true;
  };
  const edited = visit(question.document, {
    enter(node: ASTNode) {
      switch (node.kind) {
        case Kind.INLINE_FRAGMENT:
        case Kind.FRAGMENT_SPREAD:
        case Kind.FIELD:
        case Kind.ARGUMENT:
        case Kind.DIRECTIVE:
          if (!isFound && take()) return null;
          return undefined;
        default:
          return undefined;
      }
    },
  }) as DocumentNode;
  if (isFound) return without(question, edited);
  const unfolded = visit(question.document, {
    SelectionSet: (set) => {
      const fragment = set.selections.find((one) => !isFound && one.kind === Kind.INLINE_FRAGMENT && take());
      if (!fragment || fragment.kind !== Kind.INLINE_FRAGMENT) return undefined;
      const selections: SelectionNode[] = set.selections.flatMap((one) =>
        one === fragment ? fragment.selectionSet.selections : [one],
      );
      return { ...set, selections };
    },
  }) as DocumentNode;
  return isFound ? without(question, unfolded) : null;
}

/** A document that lost its last selection somewhere cannot be written down; it stands for no smaller operation. */
function without(question: Question, document: DocumentNode): Question {
  let isEmpty = false;
  visit(document, { SelectionSet: ({ selections }) => void (isEmpty ||= selections.length === 0) });
  return isEmpty ? question : tidied(question, document);
}
