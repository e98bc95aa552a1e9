import { problemSentence } from "../problems.js";
import { shell } from "../texts.js";
import { focusOn } from "../ui/focus.js";
import { elementAndLabelOf, fieldOf } from "./step.js";

/** What must be mended before one can go on: each line leads to its field, and goes when the field is mended. */
export function Summary({ problems }) {
  if (problems.length === 0) return null;
  return (
    <div id="summary" className="notice notice-bad" role="alert" tabIndex={-1} aria-labelledby="summary-heading">
      <h2 id="summary-heading" className="notice-heading">
        {shell.problems}
      </h2>
      <ul>
        {problems.map((problem) => (
          <Line key={problem.field} problem={problem} />
        ))}
      </ul>
    </div>
  );
}

function Line({ problem }) {
  const [id, label] = elementAndLabelOf(fieldOf(problem));
  const lead = (event) => {
    event.preventDefault();
    focusOn(`#${id}`);
  };
  return (
    <li>
      <a href={`#${id}`} onClick={lead}>
        {label}
      </a>
      : {problemSentence(problem.problem)}
    </li>
  );
}
