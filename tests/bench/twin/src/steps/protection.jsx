import { filing } from "../texts.js";
import { Choices, Switch } from "../ui/choice.jsx";
import { TextField } from "../ui/field.jsx";

const ANSWERS = [
  { value: "yes", label: filing.officialsYes, hint: filing.officialsYesHint },
  { value: "no", label: filing.officialsNo },
];

/** Who may see what: the question about officials, the two switches, and the identity for those who give one. */
export function Protection({ form }) {
  const { draft, change, bound } = form;
  const officials = {
    id: "officials",
    label: filing.officials,
    hint: filing.officialsHint,
    problem: form.problem("about_officials"),
  };
  const identity = (name) => ({
    field: { id: name, label: filing[name], optional: true, problem: form.problem(`reporter.${name}`) },
    kind: name,
    bound: bound(`reporter.${name}`, name),
  });
  return (
    <>
      <Choices field={officials} options={ANSWERS} bound={bound("about_officials", "officials")} />
      <div className="switches">
        <Switch
          id="anonymous"
          label={filing.anonymous}
          hint={filing.anonymousHint}
          isOn={draft.anonymous}
          set={(anonymous) => change({ anonymous })}
        />
        <Switch
          id="confidential"
          label={filing.confidential}
          hint={filing.confidentialHint}
          isOn={draft.confidential}
          set={(confidential) => change({ confidential })}
        />
      </div>
      <fieldset className="group">
        <legend className="legend">{filing.identity}</legend>
        <p className="hint">{filing.identityLead}</p>
        <TextField {...identity("name")} />
        <TextField {...identity("phone")} />
        <TextField {...identity("email")} />
      </fieldset>
    </>
  );
}
