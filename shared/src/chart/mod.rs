//! Geometry of the charts: scales, ticks and stacks, without drawing anything.
