import { useEffect, useRef, useState } from "react";

import { hasDay } from "../form/draft.js";
import { REVIEW, STEPS, stepOfProblem } from "../form/step.js";
import { Stepper } from "../form/stepper.jsx";
import { Back } from "../form/wizard.jsx";
import { rest } from "../net/upload.js";
import { errorSentence } from "../problems.js";
import { classes, dayLong, filing } from "../texts.js";
import { navigate, Way } from "../ui/address.jsx";
import { Button } from "../ui/button.jsx";
import { PageHeading } from "../ui/heading.jsx";
import { Notice } from "../ui/notice.jsx";
import { write } from "./position.jsx";

/** How often unfinished uploads are looked at, in milliseconds. */
const GLANCE = 300;
const FILES = STEPS.findIndex((step) => step.name === "files");

/** Everything once more, with ways back, and the button that sends. */
export function Review({ form, file }) {
  const [state, setState] = useState("idle");
  const [failure, setFailure] = useState(null);
  // What is sent is the form as it is when the uploads are through, not as it was when the button was pressed.
  const latest = useRef({});
  useEffect(() => {
    latest.current = { form, file };
  });
  const send = async () => {
    setFailure(null);
    setState("waiting");
    while (latest.current.form.attachments.isUnderWay()) await rest(GLANCE);
    setState("sending");
    const { form: now, file: fileNow } = latest.current;
    const open = now.attachments.hasUnsent() ? Math.min(now.firstOpen, FILES) : now.firstOpen;
    if (open !== REVIEW) {
      now.touchStep(open);
      navigate(STEPS[open].address);
      return;
    }
    try {
      await fileNow();
    } catch (error) {
      setState("idle");
      const problems = error.code === "invalid" ? (error.envelope.problems ?? []) : [];
      if (problems.length > 0) {
        now.refuse(problems.map(({ field, problem }) => ({ field, problem })));
        navigate(STEPS[Math.min(...problems.map(stepOfProblem))].address);
      } else {
        setFailure(error);
      }
    }
  };
  const labels = { idle: filing.send, waiting: filing.filesPending, sending: filing.sending };
  return (
    <>
      <Stepper current={REVIEW} />
      <PageHeading>{filing.reviewHeading}</PageHeading>
      <p className="lead">{filing.reviewLead}</p>
      <div className="review">
        {STEPS.slice(0, REVIEW).map((step) => (
          <Section key={step.index} step={step} rows={ROWS[step.name](form)} />
        ))}
      </div>
      <p className="fine">{filing.purpose}</p>
      {failure && (
        <Notice tone="bad">
          <p>{errorSentence(failure)}</p>
          <p>{filing.notSent}</p>
        </Notice>
      )}
      <div className="form-ways">
        <Button look="main" busy={state !== "idle"} onPress={send}>
          {labels[state]}
        </Button>
        <Back step={REVIEW} />
      </div>
    </>
  );
}

function Section({ step, rows }) {
  return (
    <section className="review-section">
      <div className="review-head">
        <h2 className="review-heading">{step.label}</h2>
        <Way className="review-change" to={step.address}>
          {filing.change}
          <span className="visually-hidden"> {step.label}</span>
        </Way>
      </div>
      <dl className="review-rows">
        {rows.map(([label, value]) => (
          <div key={label} className="review-row">
            {/* Where a step asks one thing, its heading says what. */}
            <dt className={rows.length === 1 ? "visually-hidden" : undefined}>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const text = (value) => (value.trim() ? value : filing.notGiven);
const onOff = (isOn) => (isOn ? filing.on : filing.off);

const ROWS = {
  class: ({ draft }) => [[filing.class, classes.find(({ value }) => value === draft.class)?.label]],
  what: ({ draft }) => [
    [filing.title, text(draft.title)],
    [filing.content, text(draft.content)],
    ...(hasDay(draft) ? [[filing.eventDate, draft.eventDate ? dayLong(draft.eventDate) : filing.notGiven]] : []),
  ],
  place: ({ draft }) => [
    [filing.placeLabel, text(draft.regionNames.filter(Boolean).reverse().join(", "))],
    [filing.positionLabel, draft.point ? write(draft.point) : filing.notGiven],
    [filing.placeWords, text(draft.place)],
  ],
  sector: ({ draft, meta }) => [
    [filing.sector, meta.sectors.find(({ key }) => key === draft.sector)?.label ?? filing.sectorUnknown],
  ],
  files: ({ attachments }) => [[filing.files, text(attachments.all.map(({ name }) => name).join("\n"))]],
  protection: ({ draft }) => [
    [filing.officialsLabel, onOff(draft.officials === "yes")],
    [filing.anonymous, onOff(draft.anonymous)],
    [filing.confidential, onOff(draft.confidential)],
    [filing.name, text(draft.name)],
    [filing.phone, text(draft.phone)],
    [filing.email, text(draft.email)],
  ],
};
