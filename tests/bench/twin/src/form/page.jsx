import { useEffect, useRef, useState } from "react";

import { focusOn } from "../ui/focus.js";
import { navigate, useQuery } from "../ui/address.jsx";
import { isWorthKeeping } from "./draft.js";
import { Receipt } from "./receipt.jsx";
import { sendOnce } from "./send.js";
import { STEPS, stepOfWord } from "./step.js";
import { useForm } from "./use-form.js";
import { Wizard } from "./wizard.jsx";

/** The receipt where something was just filed, else the form at the step that the address names. */
export function FormPage({ meta }) {
  const form = useForm(meta);
  const query = useQuery();
  const [receipt, setReceipt] = useState(null);
  const sender = useRef({ key: null, sent: null }).current;
  useGuard(isWorthKeeping(form.draft) || form.attachments.all.length > 0);

  const file = async () => {
    const received = await sendOnce(form.filing, sender);
    form.empty();
    setReceipt(received);
    Object.assign(sender, { key: null, sent: null });
    navigate(STEPS[0].address, { replace: true });
  };
  const again = () => {
    setReceipt(null);
    focusOn("h1");
  };
  if (receipt) return <Receipt {...receipt} again={again} />;
  const step = Math.min(stepOfWord(query.get("langkah")), form.firstOpen);
  return (
    <div className="page page-narrow">
      <Wizard key={step} form={form} step={step} file={file} />
    </div>
  );
}

/** Asks before the page is closed, as long as something would be lost. */
function useGuard(isOn) {
  useEffect(() => {
    if (!isOn) return undefined;
    const guard = (event) => event.preventDefault();
    addEventListener("beforeunload", guard);
    return () => removeEventListener("beforeunload", guard);
  }, [isOn]);
}
