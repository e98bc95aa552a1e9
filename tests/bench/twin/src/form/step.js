import { filing } from "../texts.js";

/** The seven steps in their order: the word in the address and the fields it asks for, as problems name them. */
export const STEPS = [
  { name: "class", word: "jenis", fields: ["class"] },
  { name: "what", word: "kejadian", fields: ["title", "content", "event_date"] },
  { name: "place", word: "tempat", fields: ["region", "point", "place"] },
  { name: "sector", word: "bidang", fields: ["sector"] },
  { name: "files", word: "lampiran", fields: ["files"] },
  {
    name: "protection",
    word: "perlindungan",
    fields: ["about_officials", "reporter.name", "reporter.phone", "reporter.email"],
  },
  { name: "review", word: "periksa", fields: [] },
].map((step, index) => ({
  ...step,
  index,
  label: filing.steps[index],
  address: index === 0 ? "/adukan" : `/adukan?langkah=${step.word}`,
}));

export const REVIEW = STEPS.length - 1;

/** The index of the step an address names; the first one where it names none. */
export const stepOfWord = (word) => Math.max(STEPS.findIndex((step) => step.word === word), 0);

/** The form's field that a problem is about: `files.2` is about `files`. */
export const fieldOf = ({ field }) => (field.startsWith("files.") ? "files" : field);

/** The index of the step that a problem belongs to; the last one for what no field asks for. */
export function stepOfProblem(problem) {
  const field = fieldOf(problem);
  const found = STEPS.findIndex((step) => step.fields.includes(field));
  return found < 0 ? REVIEW : found;
}

const FIELDS = {
  class: ["class", filing.class],
  title: ["title", filing.title],
  content: ["content", filing.content],
  event_date: ["event-date", filing.eventDate],
  region: ["regency", filing.placeLabel],
  point: ["position", filing.usePosition],
  place: ["place", filing.placeWords],
  sector: ["sector-search", filing.sector],
  about_officials: ["officials", filing.officialsLabel],
  "reporter.name": ["name", filing.name],
  "reporter.phone": ["phone", filing.phone],
  "reporter.email": ["email", filing.email],
};

/** The id of a field's element, and what people call it. */
export const elementAndLabelOf = (field) => FIELDS[field] ?? ["files", filing.files];
