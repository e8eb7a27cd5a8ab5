import { Fragment } from "preact";
import { fieldsOf, type Typed } from "../case/typed-answers.js";

/** What was typed, kept in a form that shows something else. */
export const HiddenTyped = ({ typed }: { readonly typed: Typed }) => (
  <>
    {[...typed].map(([question, { values, missing, comment }]) => {
      const { value: name, missing: reason, comment: remark } = fieldsOf(question);
      return (
        <Fragment key={question}>
          {values.map((value) => (
            <input key={value} type="hidden" name={name} value={value} />
          ))}
          {missing !== "" && <input type="hidden" name={reason} value={missing} />}
          {comment !== "" && <input type="hidden" name={remark} value={comment} />}
        </Fragment>
      );
    })}
  </>
);
