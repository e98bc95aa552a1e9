use crate::lang::Lang;
use crate::request::{
    ApplicantKind, DecisionOutcome, Ground, NoticeKind, Obtain, RequestStage, RequestStep, SendBy,
};

impl Lang {
    /// Where a request stands.
    pub const fn request_stage(self, stage: RequestStage) -> &'static str {
        match stage {
            RequestStage::Received => self.pick("Terdaftar", "Registered"),
            RequestStage::Assigned => self.pick("Ditangani PPID perangkat daerah", "With the agency's PPID"),
            RequestStage::Reopened => self.pick("Dijawab ulang", "Being answered anew"),
            RequestStage::Granted => self.pick("Dikabulkan", "Granted"),
            RequestStage::GrantedInPart => self.pick("Dikabulkan sebagian", "Granted in part"),
            RequestStage::Refused => self.pick("Ditolak", "Refused"),
            RequestStage::NotHeld => self.pick("Tidak dikuasai di sini", "Not held here"),
            RequestStage::Delivered => self.pick("Sudah diserahkan", "Delivered"),
        }
    }

    /// What a notice says.
    pub const fn notice_kind(self, kind: NoticeKind) -> &'static str {
        match kind {
            NoticeKind::Grant => self.pick("Permohonan dikabulkan", "The request is granted"),
            NoticeKind::GrantInPart => {
                self.pick("Permohonan dikabulkan sebagian", "The request is granted in part")
            }
            NoticeKind::Refuse => self.pick("Permohonan ditolak", "The request is refused"),
            NoticeKind::NotHeld => {
                self.pick("Informasi tidak dikuasai di sini", "The information is not held here")
            }
        }
    }

    /// A step of a request that has a last day.
    pub const fn request_step(self, step: RequestStep) -> &'static str {
        match step {
            RequestStep::Notice => self.pick("Pemberitahuan tertulis", "Written notice"),
            RequestStep::Decision => self.pick("Tanggapan atas keberatan", "Answer to the objection"),
            RequestStep::Dispute => {
                self.pick("Sengketa ke Komisi Informasi", "Dispute before the Komisi Informasi")
            }
        }
    }

    /// A ground of an objection.
    pub const fn ground(self, ground: Ground) -> &'static str {
        match ground {
            Ground::Refused => self.pick("Permohonan ditolak", "The request was refused"),
            Ground::NoRegularInformation => {
                self.pick("Informasi berkala tidak disediakan", "Regular information is not provided")
            }
            Ground::NoAnswer => self.pick("Permohonan tidak ditanggapi", "The request was not answered"),
            Ground::NotAsAsked => {
                self.pick("Ditanggapi tidak sesuai yang diminta", "Answered otherwise than asked")
            }
            Ground::NotFulfilled => self.pick("Permohonan tidak dipenuhi", "The request was not fulfilled"),
            Ground::UnreasonableCost => self.pick("Biaya tidak wajar", "The cost is unreasonable"),
            Ground::Late => self.pick("Lewat dari batas waktu", "Later than the law allows"),
        }
    }

    /// How information is to be had.
    pub const fn obtain(self, obtain: Obtain) -> &'static str {
        match obtain {
            Obtain::View => self.pick("Melihat atau membaca di kantor", "See or read it at the office"),
            Obtain::Hear => self.pick("Mendengarkan", "Hear it"),
            Obtain::SoftCopy => self.pick("Salinan digital", "A digital copy"),
            Obtain::HardCopy => self.pick("Salinan cetak", "A printed copy"),
        }
    }

    /// How information is to reach the applicant.
    pub const fn send_by(self, send: SendBy) -> &'static str {
        match send {
            SendBy::PickUp => self.pick("Diambil langsung", "Picked up"),
            SendBy::Email => self.pick("Surat elektronik", "E-mail"),
            SendBy::Post => self.pick("Pos", "Post"),
            SendBy::Courier => self.pick("Kurir", "Courier"),
        }
    }

    /// Who asks.
    pub const fn applicant_kind(self, kind: ApplicantKind) -> &'static str {
        match kind {
            ApplicantKind::Person => self.pick("Perorangan", "A person"),
            ApplicantKind::Body => self.pick("Badan", "A body"),
        }
    }

    /// What was decided on an objection.
    pub const fn decision_outcome(self, outcome: DecisionOutcome) -> &'static str {
        match outcome {
            DecisionOutcome::Upheld => self.pick("Keberatan diterima", "The objection is upheld"),
            DecisionOutcome::Dismissed => self.pick("Keberatan ditolak", "The objection is dismissed"),
        }
    }
}
