use leptos::prelude::*;

use super::list::{Attachments, Worker};
use super::one::{Attachment, State};
use crate::platform::net::{UploadStep, upload};
use crate::platform::reactive::spawn;

/// Looks at what was chosen and sends what may go; each one after the other, but nobody waits for an upload to see a
/// photo.
pub fn work(files: Attachments) {
    if files.begin(Worker::Looks) {
        spawn(async move {
            while let Some(one) = files.first(|one| one.is_new()) {
                one.look().await;
                send_all(files);
            }
            files.end(Worker::Looks);
        });
    }
    send_all(files);
}

fn send_all(files: Attachments) {
    if files.begin(Worker::Sends) {
        spawn(async move {
            while let Some(one) = files.first(|one| files.may_go(one)) {
                send(files, &one).await;
            }
            files.end(Worker::Sends);
        });
    }
}

async fn send(files: Attachments, one: &Attachment) {
    one.state.set(State::Sending(0));
    let file = one.file();
    let size = one.bytes();
    let begun = one.id.get_value();
    let sent = upload(&file, begun.as_deref(), |step| {
        match step {
            UploadStep::Started(id) => one.id.set_value(Some(id.to_owned())),
            UploadStep::Sent(bytes) => {
                let percent = (bytes * 100).checked_div(size).unwrap_or(100);
                one.state.set(State::Sending(percent as u32));
            }
        }
        files.holds(one.key)
    });
    match sent.await {
        Ok(_) => one.state.set(State::Ready),
        Err(failure) => one.fail(failure),
    }
    one.settle();
}
