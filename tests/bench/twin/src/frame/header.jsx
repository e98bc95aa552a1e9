import { shell } from "../texts.js";
import { ThemeChoice } from "./theme.jsx";

const WAYS = [
  ["/adukan", shell.navFile],
  ["/lacak", shell.navTrack],
  ["/rekap", shell.navRecap],
];

/** Name, ways on and theme. There is one language only, so nothing switches it. */
export function Header({ meta }) {
  return (
    <header className="header">
      {meta?.instance.demo && (
        <p className="demo-banner" role="note">
          {shell.demo}
        </p>
      )}
      <div className="header-inner">
        <a href="/" className="brand">
          <Sign />
          <span className="brand-words">
            <span className="brand-name">{shell.title}</span>
            <span className="brand-place">{meta?.instance.province}</span>
          </span>
        </a>
        <nav className="nav" aria-label={shell.navigation}>
          {WAYS.map(([address, label]) => (
            <a
              key={address}
              href={address}
              className="nav-link"
              aria-current={location.pathname.startsWith(address) ? "page" : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
        <div className="header-choices">
          <ThemeChoice />
        </div>
      </div>
    </header>
  );
}

function Sign() {
  return (
    <svg className="brand-sign" viewBox="0 0 32 32" aria-hidden="true">
      <path
        className="brand-bubble"
        d="M5 4h22a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H14l-7 6v-6H5a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z"
      />
      <path className="brand-tick" d="M9.5 14.5l4.5 4.5 8.5-9" />
    </svg>
  );
}
