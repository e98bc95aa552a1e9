import { useState } from "react";

import { SECTOR_UNKNOWN } from "../form/draft.js";
import { filing } from "../texts.js";
import { Choices } from "../ui/choice.jsx";
import { TextField } from "../ui/field.jsx";

const UNKNOWN = { value: SECTOR_UNKNOWN, label: filing.sectorUnknown, hint: filing.sectorUnknownHint };

/** The sector: a list of all that a search makes shorter. */
export function Sector({ form }) {
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = form.meta.sectors.filter((sector) => answers(sector, wanted));
  const options = [...found.map(({ key, label }) => ({ value: key, label })), UNKNOWN];
  return (
    <>
      <p className="lead">{filing.sectorLead}</p>
      <TextField
        field={{ id: "sector-search", label: filing.sectorSearch, hint: filing.sectorSearchHint }}
        bound={{ value: search, set: setSearch }}
      />
      <div className="choices-short">
        <p className="hint" role="status">
          {found.length === 0 && filing.sectorNone}
        </p>
        <Choices
          field={{ id: "sector", label: filing.sector, problem: form.problem("sector") }}
          options={options}
          bound={form.bound("sector", "sector")}
        />
      </div>
    </>
  );
}

/** Whether a word that people use leads to a sector. */
const answers = ({ label, label_en: english, keywords = [] }, wanted) =>
  [label, english, ...keywords].some((text) => text.toLowerCase().includes(wanted));
