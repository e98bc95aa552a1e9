import { useState } from "react";

import { filing } from "../texts.js";
import { navigate, Way } from "../ui/address.jsx";
import { SubmitButton } from "../ui/button.jsx";
import { focusOn } from "../ui/focus.js";
import { PageHeading } from "../ui/heading.jsx";
import { Class } from "../steps/class.jsx";
import { Files } from "../steps/files.jsx";
import { Place } from "../steps/place.jsx";
import { Protection } from "../steps/protection.jsx";
import { Review } from "../steps/review.jsx";
import { Sector } from "../steps/sector.jsx";
import { What } from "../steps/what.jsx";
import { REVIEW, STEPS } from "./step.js";
import { Stepper } from "./stepper.jsx";
import { Summary } from "./summary.jsx";

const FIELDS = [Class, What, Place, Sector, Files, Protection];

const WHAT_HEADINGS = {
  aspiration: filing.whatHeadingAspiration,
  information_request: filing.whatHeadingInformation,
};

/** One step of the form. */
export function Wizard({ form, step, file }) {
  const [attempted, setAttempted] = useState(false);
  if (step === REVIEW) return <Review form={form} file={file} />;
  const Fields = FIELDS[step];
  const goOn = (event) => {
    event.preventDefault();
    form.touchStep(step);
    if (form.ofStep(step).length > 0) {
      setAttempted(true);
      focusOn("#summary");
    } else {
      navigate(STEPS[step + 1].address);
    }
  };
  return (
    <>
      <Stepper current={step} />
      <PageHeading>{headingOf(form, STEPS[step])}</PageHeading>
      {attempted && <Summary problems={form.ofStep(step)} />}
      <form className="form" noValidate onSubmit={goOn}>
        <Fields form={form} />
        <div className="form-ways">
          <SubmitButton>{filing.next}</SubmitButton>
          <Back step={step} />
        </div>
      </form>
    </>
  );
}

/** The way to the step before. */
export function Back({ step }) {
  if (step === 0) return null;
  return (
    <Way className="button button-quiet" to={STEPS[step - 1].address}>
      {filing.back}
    </Way>
  );
}

function headingOf(form, { name }) {
  if (name === "what") return WHAT_HEADINGS[form.draft.class] ?? filing.whatHeading;
  return filing[`${name}Heading`];
}
