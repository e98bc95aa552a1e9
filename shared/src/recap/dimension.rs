use crate::complaint::words;

words! {
    /// What a recap counts by.
    Dimension {
        /// Bidang urusan.
        Sector = "sector",
        /// The stage.
        Stage = "stage",
        /// The stage's group.
        Group = "group",
        /// Perangkat Daerah.
        Agency = "agency",
        /// Regency or city.
        Region = "region",
        /// Month of receipt.
        Month = "month",
        /// Class.
        Class = "class",
        /// Channel.
        Channel = "channel",
    }
}
