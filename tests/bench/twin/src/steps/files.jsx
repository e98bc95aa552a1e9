import { useState } from "react";

import { FILES_MAX } from "../form/rules.js";
import { problemSentence } from "../problems.js";
import { filing, fileSize, shell, uploaded } from "../texts.js";
import { Button } from "../ui/button.jsx";
import { Hint, ProblemLine } from "../ui/field.jsx";

const ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf";

/** Photos and documents. */
export function Files({ form }) {
  const [tooMany, setTooMany] = useState(false);
  const { attachments } = form;
  const problem = tooMany ? { code: "too_many", limit: FILES_MAX } : form.problem("files");
  const field = { id: "files", hint: filing.filesHint, problem };
  const chosen = (event) => {
    setTooMany(attachments.add([...event.target.files]));
    form.changed("files");
    // So that the same file can be chosen again after it was removed.
    event.target.value = "";
  };
  const remove = (key) => {
    attachments.remove(key);
    setTooMany(false);
    form.changed("files");
  };
  return (
    <>
      <p className="lead">{filing.filesLead}</p>
      <fieldset className={problem ? "field field-bad" : "field"}>
        <legend className="label">
          {filing.files}
          <span className="optional">{shell.optional}</span>
        </legend>
        <Hint field={field} />
        <div className="pickers">
          <input
            id="files-camera"
            className="picker picker-camera"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={chosen}
          />
          <label className="button button-quiet picker-camera-label" htmlFor="files-camera">
            {filing.takePhoto}
          </label>
          <input
            id="files"
            className="picker"
            type="file"
            accept={ACCEPTED}
            multiple
            aria-describedby="files-hint"
            onChange={chosen}
          />
          <label className="button button-quiet" htmlFor="files">
            {filing.chooseFiles}
          </label>
        </div>
        <ProblemLine field={field} />
        {attachments.all.length > 0 && (
          <ul className="attachments">
            {attachments.all.map((one) => (
              <Row key={one.key} one={one} retry={() => attachments.retry(one)} remove={() => remove(one.key)} />
            ))}
          </ul>
        )}
      </fieldset>
    </>
  );
}

const LOOKS = { ready: " attachment-ready", stuck: " attachment-bad", bad: " attachment-bad" };

function Row({ one, retry, remove }) {
  const isSending = one.state === "sending";
  return (
    <li className={`attachment${LOOKS[one.state] ?? ""}`}>
      <div className="attachment-words">
        <span className="attachment-name">{one.name}</span>
        <span className="attachment-state">
          <span>{fileSize(one.size)}</span>
          {/* Every percent would be too much to listen to. */}
          <span role={isSending ? undefined : "status"}>{lineOf(one)}</span>
        </span>
        {isSending && <progress className="bar" max="100" value={one.percent} aria-label={one.name} />}
      </div>
      {one.state === "stuck" && <Button onPress={retry}>{filing.fileAgain}</Button>}
      <Button onPress={remove}>
        {filing.removeFile}
        <span className="visually-hidden"> {one.name}</span>
      </Button>
    </li>
  );
}

function lineOf({ state, percent, problem }) {
  switch (state) {
    case "waiting":
      return filing.fileWaiting;
    case "sending":
      return uploaded(percent);
    case "ready":
      return filing.fileReady;
    case "stuck":
      return filing.fileStuck;
    default:
      return problemSentence(problem);
  }
}
