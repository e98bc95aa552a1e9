//! Mailing what waits.

use std::time::Duration;

use jiff::Timestamp;

use super::follower::open_follower;
use super::letter::Letter;
use super::mail::{Mail, Refused};
use super::store::{self, Fate, Line, Waiting, WaitingApplicant};
use crate::platform::db::{Database, DbError, Transaction};
use crate::platform::seal;
use crate::secret::Keys;

/// Letters of one turn.
const TURN: i64 = 50;
/// After which pause a letter is tried again; after the last it is given up.
const PAUSES: [Duration; 6] = [
    Duration::from_secs(60),
    Duration::from_secs(5 * 60),
    Duration::from_secs(30 * 60),
    Duration::from_secs(2 * 60 * 60),
    Duration::from_secs(8 * 60 * 60),
    Duration::from_secs(24 * 60 * 60),
];

/// Mails what waits now; how many letters were taken.
pub async fn deliver(db: &Database, keys: &Keys, mail: &Mail, now: Timestamp) -> Result<u64, DbError> {
    let post = Post { db, keys, mail };
    let mut sent = 0;
    let waiting = store::waiting(&mut db.read().await?, now, TURN).await?;
    for one in waiting {
        sent += u64::from(post.notice(one, now).await?);
    }
    let applicants = store::waiting_applicants(&mut db.read().await?, now, TURN).await?;
    for one in applicants {
        sent += u64::from(post.applicant(one, now).await?);
    }
    let accounts = store::accounts(&mut db.read().await?, now, TURN).await?;
    for account in accounts {
        sent += u64::from(post.digest(account, now).await?);
    }
    Ok(sent)
}

struct Post<'s> {
    db: &'s Database,
    keys: &'s Keys,
    mail: &'s Mail,
}

impl Post<'_> {
    async fn notice(&self, one: Waiting, now: Timestamp) -> Result<bool, DbError> {
        let Waiting { id, kind, tries, complaint_id, code, is_wanted, follower } = one;
        let mark = follower.as_ref().map(|(mark, _)| mark.clone());
        let keys = self.keys.clone();
        let again = again(now, tries);
        let claimed = self.db.write(move |tx| {
            Box::pin(async move {
                if !store::claim(tx, id, tries, again).await? {
                    return Ok(None);
                }
                let address = match follower {
                    _ if !is_wanted => None,
                    Some((mark, sealed)) => open_follower(&keys, &mark, &sealed).ok(),
                    None => reporter(tx, &keys, complaint_id).await?,
                };
                if address.is_none() {
                    store::settle(tx, id, Fate::None).await?;
                }
                Ok::<_, DbError>(address)
            })
        });
        let Some(to) = claimed.await? else { return Ok(false) };
        let site = &self.mail.site;
        let letter = match (mark, kind) {
            (Some(mark), Some(kind)) => Letter::news(site, to, &code, kind, &mark),
            (Some(mark), None) => Letter::confirm(site, to, &code, &mark),
            (None, Some(kind)) => Letter::notice(site, to, &code, kind, &self.keys.notices_token(&code)),
            // Somebody was asked and is gone since.
            (None, None) => return Ok(false),
        };
        let Some(fate) = fate(self.mail.send(letter).await, tries) else { return Ok(false) };
        self.db.write(move |tx| Box::pin(async move { store::settle(tx, id, fate).await })).await?;
        Ok(matches!(fate, Fate::Sent))
    }

    /// Mails whoever asked for information. As with a reporter's, nobody reads the address here.
    async fn applicant(&self, one: WaitingApplicant, now: Timestamp) -> Result<bool, DbError> {
        let WaitingApplicant { id, news, tries, request_id, number, sealed } = one;
        let again = again(now, tries);
        let opened = sealed.map(|sealed| seal::applicant_email(self.keys, request_id, &sealed)).transpose();
        let address = opened.unwrap_or_else(|error| {
            tracing::warn!(%error, request = number, "who asks does not open; they are not told");
            None
        });
        let to = address.flatten();
        let is_reached = to.is_some();
        let claimed = self.db.write(move |tx| {
            Box::pin(async move {
                let is_ours = store::claim(tx, id, tries, again).await?;
                if is_ours && !is_reached {
                    store::settle(tx, id, Fate::None).await?;
                }
                Ok::<_, DbError>(is_ours)
            })
        });
        let (true, Some(to)) = (claimed.await?, to) else { return Ok(false) };
        let letter = Letter::request(&self.mail.site, to, &number, news);
        let Some(fate) = fate(self.mail.send(letter).await, tries) else { return Ok(false) };
        self.db.write(move |tx| Box::pin(async move { store::settle(tx, id, fate).await })).await?;
        Ok(matches!(fate, Fate::Sent))
    }

    async fn digest(&self, account: i64, now: Timestamp) -> Result<bool, DbError> {
        let claimed = self.db.write(move |tx| {
            Box::pin(async move {
                let lines = store::digest(tx, account, now).await?;
                let Some(until) = lines.last().map(|line| line.id) else { return Ok(None) };
                let tries = lines.iter().map(|line| line.tries).max().unwrap_or_default();
                if !store::claim_digest(tx, account, until, now, again(now, tries)).await? {
                    return Ok(None);
                }
                let Some(to) = store::address(tx, account).await? else {
                    store::settle_digest(tx, account, until, Fate::None).await?;
                    return Ok(None);
                };
                Ok::<_, DbError>(Some((to, lines, until, tries)))
            })
        });
        let Some((to, lines, until, tries)): Option<(String, Vec<Line>, i64, i64)> = claimed.await? else {
            return Ok(false);
        };
        let letter = Letter::digest(&self.mail.site, to, &lines);
        let Some(fate) = fate(self.mail.send(letter).await, tries) else { return Ok(false) };
        let settled = self
            .db
            .write(move |tx| Box::pin(async move { store::settle_digest(tx, account, until, fate).await }));
        settled.await?;
        Ok(matches!(fate, Fate::Sent))
    }
}

/// The reporter's address. Nobody reads it here: it goes to the reporter's own mail box and nowhere else, so it leaves no
/// event as a person's reading does.
async fn reporter(tx: &mut Transaction, keys: &Keys, complaint_id: i64) -> Result<Option<String>, DbError> {
    match seal::read(tx, keys, complaint_id).await? {
        Some(Ok(identity)) => Ok(identity.email),
        Some(Err(error)) => {
            tracing::warn!(%error, complaint = complaint_id, "an identity does not open; its reporter is not told");
            Ok(None)
        }
        None => Ok(None),
    }
}

/// What becomes of a letter; none while it waits for another try.
fn fate(sent: Result<(), Refused>, tries: i64) -> Option<Fate> {
    match sent {
        Ok(()) => Some(Fate::Sent),
        Err(refused) if refused.is_final || pause(tries + 1).is_none() => {
            tracing::warn!(%refused, "a mail was given up");
            Some(Fate::GivenUp)
        }
        Err(refused) => {
            tracing::info!(%refused, "a mail waits for another try");
            None
        }
    }
}

fn pause(tries: i64) -> Option<Duration> {
    usize::try_from(tries).ok().and_then(|tries| PAUSES.get(tries)).copied()
}

fn again(now: Timestamp, tries: i64) -> Timestamp {
    now.checked_add(pause(tries).unwrap_or(PAUSES[PAUSES.len() - 1])).unwrap_or(now)
}
