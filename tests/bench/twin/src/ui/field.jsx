import { problemSentence } from "../problems.js";
import { shell } from "../texts.js";

/** Label, hint, the part itself, and its problem. */
export function Frame({ field, children }) {
  return (
    <div className={field.problem ? "field field-bad" : "field"}>
      <label className="label" htmlFor={field.id}>
        {field.label}
        {field.optional && <span className="optional">{shell.optional}</span>}
      </label>
      <Hint field={field} />
      {children}
      <ProblemLine field={field} />
    </div>
  );
}

export function Hint({ field }) {
  if (!field.hint) return null;
  return (
    <p className="hint" id={`${field.id}-hint`}>
      {field.hint}
    </p>
  );
}

export function ProblemLine({ field }) {
  if (!field.problem) return null;
  return (
    <p className="problem" id={`${field.id}-problem`}>
      {problemSentence(field.problem)}
    </p>
  );
}

/** Ids of what describes a field. */
export function describedBy({ id, hint, problem }) {
  const ids = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean);
  return ids.join(" ") || undefined;
}

/** What typed parts have in common. */
function typed(field, bound) {
  return {
    id: field.id,
    value: bound.value,
    "aria-describedby": describedBy(field),
    "aria-invalid": field.problem ? "true" : undefined,
    onChange: (event) => bound.set(event.target.value),
    onBlur: bound.left,
  };
}

// Not `email` as the type: the browser would trim and convert what people typed before we see it.
const KINDS = {
  line: { type: "text", autoComplete: "off", inputMode: "text" },
  name: { type: "text", autoComplete: "name", inputMode: "text" },
  phone: { type: "tel", autoComplete: "tel", inputMode: "tel" },
  email: { type: "text", autoComplete: "email", inputMode: "email" },
};

/** A line of text. */
export function TextField({ field, kind = "line", bound }) {
  return (
    <Frame field={field}>
      <input className="input" {...KINDS[kind]} {...typed(field, bound)} />
    </Frame>
  );
}

/** A day, `YYYY-MM-DD` in both directions. */
export function DateField({ field, max, bound }) {
  return (
    <Frame field={field}>
      <input className="input input-date" type="date" max={max} {...typed(field, bound)} />
    </Frame>
  );
}

/** Several lines of text, with a counter of characters. */
export function TextArea({ field, max, bound }) {
  const length = [...bound.value.trim()].length;
  return (
    <Frame field={field}>
      <textarea className="input input-area" rows={5} {...typed(field, bound)} />
      <p className={length > max ? "counter counter-over" : "counter"}>
        {length} dari {max} huruf
      </p>
    </Frame>
  );
}

/** A choice from a list of regions; the first option, of no value, is `empty`. */
export function SelectField({ field, empty, options, bound }) {
  return (
    <Frame field={field}>
      <select className="input input-select" {...typed(field, bound)}>
        <option value="">{empty}</option>
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Frame>
  );
}
