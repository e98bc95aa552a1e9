import * as rules from "./rules.js";

/** Everything that is wrong with a draft now, in the order of the form: `shared`'s `Filing::check` once more. */
export function check(draft, filing, meta) {
  const problems = [];
  const note = (field, problem) => problem && problems.push({ field, problem });
  const given = (field, value, rule) => value !== undefined && note(field, rule(value));
  const required = (field, isMissing) => isMissing && note(field, { code: "required" });

  required("class", !filing.class);
  note("title", rules.title(filing.title));
  note("content", rules.content(filing.content));
  given("event_date", filing.event_date, (day) => rules.eventDay(day, meta.today));
  given("region", filing.region, (code) => rules.region(code, meta.regencies));
  given("point", filing.point, rules.point);
  given("place", filing.place, rules.placeWords);
  required("region", !filing.region && !filing.point && !filing.place);
  given("sector", filing.sector, (key) => isSector(key, meta));
  note("files", filing.files?.length > rules.FILES_MAX && { code: "too_many", limit: rules.FILES_MAX });
  const reporter = filing.reporter ?? {};
  given("reporter.name", reporter.name || undefined, rules.personName);
  given("reporter.phone", reporter.phone || undefined, rules.phone);
  given("reporter.email", reporter.email || undefined, rules.email);
  // The rules take silence for a no. A question that decides who may read must not be overlooked.
  required("about_officials", !draft.officials);
  return problems;
}

const isSector = (key, meta) =>
  meta.sectors.some((sector) => sector.key === key) ? null : { code: "unknown_value" };
