/** A select with its label, in a form that is sent by its button. */
export const Choice = ({
  name,
  label,
  options,
  chosen,
  none,
}: {
  /** The parameter's name in the address, in the page's language. */
  readonly name: string;
  readonly label: string;
  /** Value and words of each choice. */
  readonly options: readonly (readonly [string, string])[];
  readonly chosen: string;
  /** The words for choosing nothing, where that is possible. */
  readonly none?: string;
}) => (
  <p class="choice">
    <label for={`choice-${name}`}>{label}</label>
    <select id={`choice-${name}`} name={name}>
      {none !== undefined && (
        <option value="" selected={chosen === ""}>
          {none}
        </option>
      )}
      {options.map(([value, words]) => (
        <option key={value} value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  </p>
);
