/** Nothing filled in yet. */
export const EMPTY = {
  class: "",
  title: "",
  content: "",
  eventDate: "",
  regency: "",
  district: "",
  village: "",
  regionNames: ["", "", ""],
  point: null,
  place: "",
  sector: "",
  officials: "",
  anonymous: true,
  confidential: false,
  name: "",
  phone: "",
  email: "",
};

/** The choice of sector for those who do not know it. */
export const SECTOR_UNKNOWN = "?";

/** Whether it is about something that happened; a wish or a question has no day. */
export const hasDay = (draft) => draft.class === "complaint";

/** What would be sent. */
export function filingOf(draft, fileIds) {
  const given = (text) => (text.trim() ? text : undefined);
  const { name, phone, email } = draft;
  return {
    class: draft.class,
    title: draft.title,
    content: draft.content,
    event_date: hasDay(draft) ? given(draft.eventDate) : undefined,
    region: given(draft.village) ?? given(draft.district) ?? given(draft.regency),
    point: draft.point ?? undefined,
    place: given(draft.place),
    sector: draft.sector === SECTOR_UNKNOWN ? undefined : given(draft.sector),
    files: fileIds.length > 0 ? fileIds : undefined,
    reporter: [name, phone, email].some((text) => text.trim()) ? { name, phone, email } : undefined,
    anonymous: draft.anonymous,
    confidential: draft.confidential,
    about_officials: draft.officials === "yes",
  };
}

/** Whether closing the page would lose something that took effort. */
export const isWorthKeeping = (draft) => [draft.title, draft.content, draft.place].some((text) => text.trim());
