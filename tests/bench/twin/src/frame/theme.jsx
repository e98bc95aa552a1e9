import { useEffect, useState } from "react";

import { shell } from "../texts.js";

const STORED_AS = "tanggap.theme";

const THEMES = {
  auto: { next: "light", label: shell.themeAuto, sign: "M12 3a9 9 0 1 0 0 18z M12 3a9 9 0 0 1 0 18" },
  light: {
    next: "dark",
    label: shell.themeLight,
    sign: "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8z M12 2v3 M12 19v3 M2 12h3 M19 12h3 M5 5l2 2 M17 17l2 2 M19 5l-2 2 M7 17l-2 2",
  },
  dark: {
    next: "auto",
    label: shell.themeDark,
    sign: "M20 14.5A8.500 8.500 0 1 1 9.500 4a7 7 0 0 0 10.500 10.500z",
  },
};

/** Goes through the themes in turn, and says which one is on. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(recalled);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const { next, label, sign } = THEMES[theme];
  const press = () => {
    remember(next);
    setTheme(next);
  };
  return (
    <button type="button" id="choose-theme" className="choice" onClick={press}>
      <svg className={theme === "auto" ? "icon icon-half" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
        <path d={sign} />
      </svg>
      <span className="visually-hidden">{label}</span>
    </button>
  );
}

// A browser that keeps nothing throws; then the theme lasts for the visit.
function recalled() {
  try {
    const stored = localStorage.getItem(STORED_AS);
    return stored in THEMES ? stored : "auto";
  } catch {
    return "auto";
  }
}

function remember(theme) {
  try {
    localStorage.setItem(STORED_AS, theme);
  } catch {
    // Nothing depends on it.
  }
}
