import { classes, filing } from "../texts.js";
import { Choices } from "../ui/choice.jsx";

/** The class, as three cards. */
export function Class({ form }) {
  const field = { id: "class", label: filing.class, problem: form.problem("class") };
  return (
    <>
      <p className="lead">{filing.classLead}</p>
      <Choices field={field} options={classes} bound={form.bound("class", "class")} />
    </>
  );
}
