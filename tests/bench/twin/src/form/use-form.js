import { useState } from "react";

import { useAttachments } from "./use-attachments.js";
import { check } from "./check.js";
import { EMPTY, filingOf } from "./draft.js";
import { fieldOf, REVIEW, STEPS, stepOfProblem } from "./step.js";

/** The draft beside what is wrong with it. */
export function useForm(meta) {
  const [draft, setDraft] = useState(EMPTY);
  const [touched, setTouched] = useState([]);
  const [refused, setRefused] = useState([]);
  const attachments = useAttachments();
  const filing = filingOf(draft, attachments.ids);
  const problems = check(draft, filing, meta);

  /** Forgets what the server said about fields, because they were changed. */
  const changed = (...fields) => setRefused((all) => all.filter((problem) => !fields.includes(fieldOf(problem))));
  const touch = (fields) => setTouched((all) => [...new Set([...all, ...fields])]);
  const find = (all, field) => all.find((problem) => fieldOf(problem) === field)?.problem;

  return {
    meta,
    draft,
    filing,
    attachments,
    changed,
    refuse: setRefused,
    change: (parts) => setDraft((before) => ({ ...before, ...parts })),
    touchStep: (step) => touch(STEPS[step].fields),
    /** What is wrong with a field, once people have had a chance to avoid it. */
    problem: (field) => (touched.includes(field) && find(problems, field)) || find(refused, field),
    /** What is wrong with a step now, whether it has been shown or not. */
    ofStep(step) {
      const own = problems.filter((problem) => stepOfProblem(problem) === step);
      const isUnheard = (problem) => !own.some(({ field }) => field === problem.field);
      return [...own, ...refused.filter((problem) => stepOfProblem(problem) === step && isUnheard(problem))];
    },
    /** The first step that is not yet as it must be. */
    firstOpen: Math.min(REVIEW, ...[...problems, ...refused].map(stepOfProblem)),
    /** Binds a text: problems show when it is left with something in it, and live from then on. */
    bound(field, name) {
      return {
        value: draft[name],
        set(value) {
          changed(field);
          setDraft((before) => ({ ...before, [name]: value }));
        },
        left: () => draft[name].trim() && touch([field]),
      };
    },
    empty() {
      setDraft(EMPTY);
      setTouched([]);
      setRefused([]);
      attachments.clear();
    },
  };
}
