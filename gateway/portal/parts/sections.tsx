import type { ComponentChildren } from "preact";

export interface SectionsProps<Name extends string> {
  /** Their names: each is the address of its heading, too. */
  readonly names: readonly Name[];
  readonly headings: (name: Name) => string;
  readonly bodies: Readonly<Record<Name, ComponentChildren>>;
  /** What the list of them is called. */
  readonly label: string;
}

/** A long text by sections, with the list of them before it. */
export const Sections = <Name extends string>({ names, headings, bodies, label }: SectionsProps<Name>) => (
  <>
    <nav aria-label={label}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{headings(name)}</a>
          </li>
        ))}
      </ul>
    </nav>
    {names.map((name) => (
      <section key={name} class="prose" aria-labelledby={name}>
        <h2 id={name}>{headings(name)}</h2>
        {bodies[name]}
      </section>
    ))}
  </>
);
