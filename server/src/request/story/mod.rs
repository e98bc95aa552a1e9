//! What was told about a request, and what was objected to it.

mod store;

pub(super) use store::{add_notice, add_objection, decide, deliver, load, set_event};

use shared::request::{NoticeGiven, NoticeView, ObjectionCourse, ObjectionView, RequestCourse, RequestFile};

use super::store::Request;

/// The story of one request.
pub(super) struct Story {
    /// Notices with their rows, the latest first.
    pub(super) notices: Vec<(i64, NoticeView)>,
    /// Objections with their rows, the latest first.
    pub(super) objections: Vec<(i64, ObjectionView)>,
    /// Its files, those that are held back among them.
    pub(super) files: Vec<RequestFile>,
}

impl Story {
    /// The notice that stands.
    pub(super) fn standing(&self, request: &Request) -> Option<&NoticeView> {
        let notice = self.notices.iter().find(|(id, _)| Some(*id) == request.notice_id);
        notice.map(|(_, notice)| notice)
    }

    /// The files that the applicant is given: while a notice stands that grants, those that somebody said so of.
    pub(super) fn given(&self, request: &Request) -> Vec<RequestFile> {
        let is_granted = self.standing(request).is_some_and(|notice| notice.kind.grants());
        let given = self.files.iter().filter(|file| is_granted && file.given_as.is_some());
        given.map(|file| RequestFile { has_original: false, ..file.clone() }).collect()
    }

    /// What moves the request's clocks.
    pub(super) fn course(&self, request: &Request) -> RequestCourse {
        let notice = self.standing(request);
        let delivery = notice.and_then(|notice| notice.delivery.as_ref());
        let charged_later = delivery.filter(|delivery| delivery.cost > 0).map(|delivery| delivery.on);
        let charged_at_once = notice.filter(|notice| notice.cost > 0).map(|notice| notice.on);
        let latest = self.objections.iter().find(|(id, _)| Some(*id) == request.objection_id);
        RequestCourse {
            received_on: request.received_on,
            extended_on: request.extension.as_ref().map(|(on, _)| *on),
            answer_by: request.answer_by,
            notice: notice.map(|notice| NoticeGiven { kind: notice.kind, on: notice.on }),
            delivered_on: delivery.map(|delivery| delivery.on),
            charged_on: charged_later.or(charged_at_once),
            objection: latest.map(|(_, objection)| ObjectionCourse {
                filed_on: objection.filed_on,
                decided_on: objection.decision.as_ref().map(|decision| decision.on),
            }),
            is_settled: request.is_settled,
        }
    }
}
