//! Requests of a demonstration, plainly invented: what is asked for, and what becomes of it on which day.

use shared::request::{
    ApplicantKind, DecisionOutcome, Ground, NewDecision, NewDelivery, NewGrant, NewNotHeld, NewObjection,
    NewRequestRefusal, Obtain, RequestReason, SendBy,
};

/// A request.
pub(super) struct Invented {
    /// How many days ago it came.
    pub(super) days_ago: i32,
    /// Who asks.
    pub(super) kind: ApplicantKind,
    /// What for.
    pub(super) what: &'static str,
    /// Why.
    pub(super) purpose: &'static str,
    /// What becomes of it: the day after it came, and what happens then.
    pub(super) course: &'static [(i32, Happening)],
}

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Happening {
    /// It is given to the agency's PPID.
    Assigned,
    /// More time is taken.
    Extended,
    /// It is told that somebody else holds it.
    NotHeld,
    /// All of it is granted.
    Granted,
    /// A part is granted.
    GrantedInPart,
    /// It is refused.
    Refused,
    /// It reaches the applicant.
    Delivered,
    /// The applicant objects.
    Objected,
    /// The superior keeps what was decided.
    Dismissed,
}

use Happening::{
    Assigned, Delivered, Dismissed, Extended, Granted, GrantedInPart, NotHeld, Objected, Refused,
};

/// All of them, the oldest first.
#[rustfmt::skip]
pub(super) const REQUESTS: [Invented; 8] = [
    Invented {
        days_ago: 61, kind: ApplicantKind::Person,
        what: "Contoh rekaan: daftar ruas jalan provinsi yang diperbaiki tahun lalu, dengan biayanya.",
        purpose: "Contoh rekaan: tugas akhir.",
        course: &[(1, Assigned), (6, Granted), (8, Delivered)],
    },
    Invented {
        days_ago: 54, kind: ApplicantKind::Body,
        what: "Contoh rekaan: perjanjian pemeliharaan jembatan dengan pihak ketiga.",
        purpose: "Contoh rekaan: pemantauan oleh warga.",
        course: &[(1, Assigned), (9, Extended), (17, GrantedInPart), (20, Objected), (32, Dismissed), (34, Delivered)],
    },
    Invented {
        days_ago: 47, kind: ApplicantKind::Person,
        what: "Contoh rekaan: daftar nama dan alamat penerima bantuan di satu desa.",
        purpose: "Contoh rekaan: ingin tahu.",
        course: &[(2, Assigned), (10, Refused)],
    },
    Invented {
        days_ago: 38, kind: ApplicantKind::Person,
        what: "Contoh rekaan: jumlah kursi kosong di sekolah negeri tingkat pertama.",
        purpose: "Contoh rekaan: memilih sekolah.",
        course: &[(3, NotHeld)],
    },
    Invented {
        days_ago: 31, kind: ApplicantKind::Body,
        what: "Contoh rekaan: hasil uji mutu aspal pada ruas jalan contoh.",
        purpose: "Contoh rekaan: penelitian.",
        course: &[(1, Assigned), (7, Granted)],
    },
    Invented {
        days_ago: 24, kind: ApplicantKind::Person,
        what: "Contoh rekaan: rencana perbaikan drainase di depan pasar contoh.",
        purpose: "Contoh rekaan: usaha warga sekitar.",
        course: &[(1, Assigned)],
    },
    Invented {
        days_ago: 6, kind: ApplicantKind::Person,
        what: "Contoh rekaan: anggaran pemeliharaan lampu jalan tahun ini.",
        purpose: "Contoh rekaan: bahan musyawarah desa.",
        course: &[(1, Assigned)],
    },
    Invented {
        days_ago: 1, kind: ApplicantKind::Body,
        what: "Contoh rekaan: daftar izin galian batu yang masih berlaku.",
        purpose: "Contoh rekaan: kajian lingkungan.",
        course: &[],
    },
];

const OFFICIAL: &str = "Pejabat Contoh";

/// Why it takes longer.
pub(super) fn extension() -> RequestReason {
    RequestReason { reason: "Contoh rekaan: dokumennya masih dikumpulkan dari dua bidang.".into() }
}

/// The letter that names who holds it.
pub(super) fn not_held(letter_number: String) -> NewNotHeld {
    NewNotHeld {
        letter_number,
        official: OFFICIAL.into(),
        holder: "Dinas Pendidikan Kota Contoh".into(),
        text: String::new(),
    }
}

/// The letter that grants it, or a part.
pub(super) fn grant(letter_number: String, is_whole: bool) -> NewGrant {
    let part = |text: &str| if is_whole { String::new() } else { text.to_owned() };
    NewGrant {
        letter_number,
        official: OFFICIAL.into(),
        form: Some(Obtain::SoftCopy),
        cost: 0,
        parts_withheld: part("Contoh rekaan: nama dan tanda tangan pelaksana"),
        article: part("Pasal contoh"),
        ..NewGrant::default()
    }
}

/// The letter that refuses it.
pub(super) fn refusal(letter_number: String) -> NewRequestRefusal {
    NewRequestRefusal {
        letter_number,
        official: OFFICIAL.into(),
        article: "Pasal contoh".into(),
        consequence_test: String::new(),
        text: "Contoh rekaan: daftar itu memuat data pribadi warga.".into(),
    }
}

/// The delivery of a day.
pub(super) fn delivery(on: String) -> NewDelivery {
    NewDelivery { send: Some(SendBy::PickUp), delivered_on: on, cost: 0, text: String::new() }
}

/// The objection.
pub(super) fn objection() -> NewObjection {
    NewObjection {
        ground: Some(Ground::NotFulfilled),
        text: "Contoh rekaan: nama pelaksana bukan rahasia.".into(),
    }
}

/// The decision on it.
pub(super) fn decision(letter_number: String) -> NewDecision {
    NewDecision {
        outcome: Some(DecisionOutcome::Dismissed),
        letter_number,
        official: "Atasan Contoh".into(),
        reasons: "Contoh rekaan: tanda tangan adalah data pribadi.".into(),
        answer_by: String::new(),
    }
}
