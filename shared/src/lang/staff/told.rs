use super::account::texts;
use super::reached_by;

reached_by! {
    /// Messages, and what is late.
    told: ToldTexts
}

texts! {
    /// Messages, and what is late.
    ToldTexts {
        /// Page.
        messages: "Pesan", "Messages";
        /// What it holds.
        messages_lead: "Yang jatuh tempo dan yang diserahkan kepada Anda. Yang belum dibaca dikirim juga lewat email.", "What is due, and what others have given you to do. What you have not read goes out by e-mail, too.";
        /// How many are new, for whoever listens.
        unread: "{n} pesan baru", "{n} new messages";
        /// Looks at all.
        mark_read: "Tandai semua sudah dibaca", "Mark all as read";
        /// None.
        no_messages: "Belum ada pesan", "No messages yet";
        /// What comes here.
        no_messages_hint: "Pengingat sebelum batas waktu muncul di sini.", "Reminders before a last day appear here.";
        /// A last day.
        due: "batas {day}", "due {day}";
        /// Page.
        late: "Terlambat", "Late";
        /// What it holds.
        late_lead: "Aduan yang melewati batas waktunya, yang paling lama di atas.", "Cases past their last day, what is late for longest on top.";
        /// How many in a stage; leads to them.
        cases: "{n} aduan: {stage}", "{n} cases: {stage}";
        /// The one that is late for longest.
        longest: "paling lama {n} hari kerja, sejak {day}", "longest {n} working days, since {day}";
        /// Sum.
        total: "{n} aduan terlambat.", "{n} cases are late.";
        /// No agency.
        nobodys: "Belum ada Perangkat Daerah", "No agency yet";
        /// None.
        nothing_late: "Tidak ada yang terlambat", "Nothing is late";
        /// What that means.
        nothing_late_hint: "Semua aduan masih dalam batas waktunya.", "All cases are within their time.";
    }
}
