use crate::complaint::words;

words! {
    /// How soon information must be public (UU 14/2008, articles 9 to 11). What is excluded stands in a list of its own.
    Category {
        /// Berkala: at regular times, without being asked for.
        Regular = "regular",
        /// Serta-merta: at once, where life or order is in danger; it may not be delayed.
        Immediate = "immediate",
        /// Setiap saat: available at any time.
        AnyTime = "any_time",
    }
}

words! {
    /// In which form it can be had.
    Form {
        /// On paper.
        Print = "print",
        /// As a file.
        Digital = "digital",
        /// As a recording of sound or pictures.
        Recording = "recording",
    }
}
