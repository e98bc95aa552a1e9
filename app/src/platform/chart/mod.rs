//! Charts as SVG, drawn from the geometry of `shared::chart`.
