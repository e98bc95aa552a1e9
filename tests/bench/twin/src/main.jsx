import { createRoot } from "react-dom/client";

import "../../../../style/index.css";
import { App } from "./app.jsx";

createRoot(document.getElementById("app")).render(<App />);
