import { filing, stepOf } from "../texts.js";
import { STEPS } from "./step.js";

/** Where one stands. The steps' names are for eyes that have room for them; the sentence is for everyone. */
export function Stepper({ current }) {
  return (
    <div className="stepper">
      <p className="stepper-words">{stepOf(current + 1, STEPS.length)}</p>
      <ol className="form-steps" aria-label={filing.stepsLabel}>
        {STEPS.map(({ index, label }) => (
          <li
            key={index}
            className={`form-step${index < current ? " form-step-done" : ""}${index === current ? " form-step-current" : ""}`}
            aria-current={index === current ? "step" : undefined}
          >
            {label}
          </li>
        ))}
      </ol>
    </div>
  );
}
