// The rules of `shared::text`: each returns the problem of a text, or nothing.

export const CONTENT_MAX = 5_000;
export const FILES_MAX = 5;
export const FILE_BYTES_MAX = 10_000_000;

const EVENT_YEARS_MAX = 50;
const EMAIL_MAX = 254;

const INVISIBLE =
  /^[\s\u00ad\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u3164\ufe00-\ufe0f\uffa0]*$/;
const FORBIDDEN_IN_LINE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;
const FORBIDDEN_IN_LINES = /(?![\n\r\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u;

function text(min, max, forbidden) {
  return (raw) => {
    const trimmed = raw.trim();
    if (INVISIBLE.test(trimmed)) return { code: "required" };
    if (forbidden.test(trimmed)) return { code: "control_characters" };
    const length = [...trimmed].length;
    if (length < min) return { code: "too_short", limit: min };
    if (length > max) return { code: "too_long", limit: max };
    return null;
  };
}

export const title = text(5, 150, FORBIDDEN_IN_LINE);
export const content = text(20, CONTENT_MAX, FORBIDDEN_IN_LINES);
export const placeWords = text(1, 300, FORBIDDEN_IN_LINES);
export const personName = text(1, 100, FORBIDDEN_IN_LINE);

export function phone(raw) {
  const bare = raw.trim().replace(/[ .()-]/g, "");
  return /^\+?\d{8,15}$/.test(bare) ? null : { code: "not_a_phone" };
}

export function email(raw) {
  const address = raw.trim();
  if ([...address].length > EMAIL_MAX) return { code: "too_long", limit: EMAIL_MAX };
  const fits = /^[^@\s<>,;"]+@[^@\s<>,;".]+(?:\.[^@\s<>,;".]+)+$/.test(address);
  return fits && !FORBIDDEN_IN_LINE.test(address) ? null : { code: "not_an_email" };
}

/** A day `YYYY-MM-DD` that is neither later than `today` nor too long ago. */
export function eventDay(raw, today) {
  const day = new Date(`${raw}T00:00:00Z`);
  const exists = /^\d{4}-\d\d-\d\d$/.test(raw) && !Number.isNaN(+day) && day.toISOString().startsWith(raw);
  if (!exists) return { code: "not_a_date" };
  if (raw > today) return { code: "in_future" };
  const isOld = Number(today.slice(0, 4)) - Number(raw.slice(0, 4)) > EVENT_YEARS_MAX;
  return isOld ? { code: "too_old", limit: EVENT_YEARS_MAX } : null;
}

/** A region's code whose regency the instance knows. */
export function region(code, regencies) {
  const fits = /^\d\d(?:\.\d\d(?:\.\d\d(?:\.\d{4})?)?)?$/.test(code);
  const isKnown = fits && regencies.some((regency) => regency.code === code.slice(0, 5));
  return isKnown ? null : { code: "unknown_value" };
}

export function point({ latitude, longitude }) {
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? null : { code: "not_a_point" };
}
