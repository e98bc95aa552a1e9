import { describedBy, Hint, ProblemLine } from "./field.jsx";

/** Radio buttons as cards. The first one has the field's id, so that the error summary leads to it. */
export function Choices({ field, options, bound }) {
  return (
    <fieldset
      className={field.problem ? "field choices field-bad" : "field choices"}
      aria-describedby={describedBy(field)}
    >
      <legend className="label">{field.label}</legend>
      <Hint field={field} />
      <ProblemLine field={field} />
      <div className="cards">
        {options.map((option, index) => (
          <Card key={option.value} field={field} isFirst={index === 0} option={option} bound={bound} />
        ))}
      </div>
    </fieldset>
  );
}

function Card({ field, isFirst, option, bound }) {
  const id = isFirst ? field.id : `${field.id}-${option.value}`;
  const hintId = option.hint ? `${id}-hint` : undefined;
  return (
    <div className="card">
      <input
        id={id}
        className="card-input"
        type="radio"
        name={field.id}
        value={option.value}
        aria-describedby={hintId}
        checked={bound.value === option.value}
        onChange={() => bound.set(option.value)}
      />
      <label className="card-label" htmlFor={id}>
        {option.label}
      </label>
      {option.hint && (
        <p className="card-hint" id={hintId}>
          {option.hint}
        </p>
      )}
    </div>
  );
}

/** Something that is on or off, with an explanation of its own. */
export function Switch({ id, label, hint, isOn, set }) {
  return (
    <div className="switch">
      <input
        id={id}
        className="switch-input"
        type="checkbox"
        role="switch"
        aria-describedby={`${id}-hint`}
        checked={isOn}
        onChange={(event) => set(event.target.checked)}
      />
      <label className="switch-label" htmlFor={id}>
        {label}
      </label>
      <p className="switch-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
