import { listRegions } from "../net/api.js";
import { useLoad } from "../net/load.js";
import { filing } from "../texts.js";
import { SelectField, TextField } from "../ui/field.jsx";
import { FailureNotice } from "../ui/notice.jsx";
import { Position } from "./position.jsx";

/** The place: region, position or words. */
export function Place({ form }) {
  const words = {
    id: "place",
    label: filing.placeWords,
    hint: filing.placeWordsHint,
    optional: true,
    problem: form.problem("place"),
  };
  return (
    <>
      <p className="lead">{filing.placeLead}</p>
      <Regions form={form} />
      <Position form={form} />
      <TextField field={words} bound={form.bound("place", "place")} />
    </>
  );
}

const LEVELS = ["regency", "district", "village"];

function Regions({ form }) {
  const { regency, district } = form.draft;
  const districts = useLoad((signal) => listRegions(regency, signal), regency, regency !== "");
  const villages = useLoad((signal) => listRegions(district, signal), district, district !== "");
  const top = { id: "regency", label: filing.regency, problem: form.problem("region") };
  return (
    <>
      <SelectField
        field={top}
        empty={filing.regencyEmpty}
        options={form.meta.regencies}
        bound={boundTo(form, 0, form.meta.regencies)}
      />
      {regency && <Part form={form} level={1} list={districts} />}
      {district && <Part form={form} level={2} list={villages} />}
    </>
  );
}

/** A smaller region's list, shown once the larger one is chosen. */
function Part({ form, level, list }) {
  const name = LEVELS[level];
  const options = list.value ?? [];
  return (
    <>
      <SelectField
        field={{ id: name, label: filing[name], optional: true }}
        empty={filing[`${name}Empty`]}
        options={options}
        bound={boundTo(form, level, options)}
      />
      {list.failure && <FailureNotice failure={list.failure} again={list.again} />}
    </>
  );
}

/** Choosing a region forgets the smaller ones that were chosen within another. */
function boundTo(form, level, list) {
  return {
    value: form.draft[LEVELS[level]],
    set(code) {
      const name = list.find((region) => region.code === code)?.name ?? "";
      const smaller = LEVELS.slice(level + 1).map((below) => [below, ""]);
      const regionNames = form.draft.regionNames.map((known, at) => (at < level ? known : at === level ? name : ""));
      form.changed("region");
      form.change({ [LEVELS[level]]: code, regionNames, ...Object.fromEntries(smaller) });
    },
  };
}
