import { hasDay } from "../form/draft.js";
import { CONTENT_MAX } from "../form/rules.js";
import { filing } from "../texts.js";
import { DateField, TextArea, TextField } from "../ui/field.jsx";

/** Title, content and day. */
export function What({ form }) {
  const title = { id: "title", label: filing.title, hint: filing.titleHint, problem: form.problem("title") };
  const content = {
    id: "content",
    label: filing.content,
    hint: filing.contentHint,
    problem: form.problem("content"),
  };
  const day = {
    id: "event-date",
    label: filing.eventDate,
    hint: filing.eventDateHint,
    optional: true,
    problem: form.problem("event_date"),
  };
  return (
    <>
      <TextField field={title} bound={form.bound("title", "title")} />
      <TextArea field={content} max={CONTENT_MAX} bound={form.bound("content", "content")} />
      {hasDay(form.draft) && (
        <DateField field={day} max={form.meta.today} bound={form.bound("event_date", "eventDate")} />
      )}
    </>
  );
}
