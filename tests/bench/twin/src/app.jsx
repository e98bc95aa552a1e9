import { Footer } from "./frame/footer.jsx";
import { Header } from "./frame/header.jsx";
import { OfflineNotice } from "./frame/offline.jsx";
import { useLoad } from "./net/load.js";
import { getMeta } from "./net/api.js";
import { FormPage } from "./form/page.jsx";
import { focusOn } from "./ui/focus.js";
import { FailureNotice, Skeleton } from "./ui/notice.jsx";
import { shell } from "./texts.js";

/** Header, form and footer. The form is all there is: other addresses are Tanggap's own and are not built again. */
export function App() {
  const meta = useLoad(getMeta);
  const skip = (event) => {
    event.preventDefault();
    focusOn("main");
  };
  return (
    <div className="frame">
      <a className="skip" href="#main" onClick={skip}>
        {shell.skip}
      </a>
      <div className={meta.busy ? "progress progress-on" : "progress"} />
      <Header meta={meta.value} />
      <main id="main" className="main" tabIndex={-1}>
        <OfflineNotice />
        {meta.value ? <FormPage meta={meta.value} /> : <Waiting meta={meta} />}
      </main>
      <footer className="footer">{meta.value && <Footer meta={meta.value} />}</footer>
    </div>
  );
}

function Waiting({ meta }) {
  return (
    <div className="page page-narrow">
      {meta.failure ? (
        <>
          <h1>{shell.notReached}</h1>
          <FailureNotice failure={meta.failure} again={meta.again} />
        </>
      ) : (
        <Skeleton lines={6} />
      )}
    </div>
  );
}
