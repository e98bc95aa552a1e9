//! People who file over a bad line: they press, wait, press again and load the page anew, until they hold a receipt.

use std::path::Path;
use std::time::{Duration, Instant};

use fastrand::Rng;
use serde::Deserialize;
use serde_json::json;
use shared::complaint::{Secret, TrackingCode};
use shared::lang::Lang;

use crate::pages::{Answers, FormPage};
use crate::{Browser, PATIENCE, Receipt, Result, fail};

/// A browser in which one person after the other files what is filled in already.
pub struct Phone {
    browser: Browser,
    random: Rng,
    /// Under which name the tab remembers the draft that it is at.
    place: String,
}

/// How long a person goes on before it counts as lost.
const LONGEST: Duration = Duration::from_secs(180);

/// Keeps the one draft that there is as a pattern, and says where the tab remembers it.
const TAKE_PATTERN: &str = "
    const done = arguments[0];
    indexedDB.open('tanggap').onsuccess = ({ target: { result: database } }) => {
      const stores = database.transaction(['drafts', 'files', 'seen'], 'readwrite');
      const [drafts, files, seen] = ['drafts', 'files', 'seen'].map(name => stores.objectStore(name));
      drafts.getAll().onsuccess = ({ target: { result: [record] } }) => {
        files.getAll().onsuccess = ({ target: { result: blobs } }) => {
          seen.put({ record, blobs }, 'pattern');
          drafts.clear();
          files.clear();
          const place = Object.keys(sessionStorage).find(name => sessionStorage[name] === record.key);
          stores.oncomplete = () => { sessionStorage.removeItem(place); database.close(); done(place); };
        };
      };
    };";

/// Puts a draft of the pattern where the app keeps drafts, as if it had just been filled in.
const PLANT: &str = "
    const [key, title, hasFile, place, done] = arguments;
    indexedDB.open('tanggap').onsuccess = ({ target: { result: database } }) => {
      const stores = database.transaction(['drafts', 'files', 'seen'], 'readwrite');
      stores.objectStore('seen').get('pattern').onsuccess = ({ target: { result: { record, blobs } } }) => {
        const files = hasFile ? record.files.map(({ upload, ...file }) => file) : [];
        stores.objectStore('drafts').put({ ...record, key, title, files, sent: undefined }, key);
        files.forEach((file, at) => stores.objectStore('files').put(blobs[at], `${key}/${file.key}/${file.size}`));
      };
      stores.oncomplete = () => { sessionStorage[place] = key; database.close(); done(true); };
    };";

/// What a person sees that there is to do.
const GLANCE: &str = "
    const [title, words] = arguments;
    const text = id => document.getElementById(id)?.innerText.trim();
    const buttons = [...document.querySelectorAll('#app[data-drawn] button:not([disabled])')]
        .filter(e => e.checkVisibility() && !e.ariaDisabled && e.ariaBusy !== 'true');
    const named = name => buttons.some(e => e.innerText.replace(/\\s+/g, ' ').trim().startsWith(name)
        && (!e.querySelector('.visually-hidden') || e.textContent.includes(title)));
    return {
        receipt: text('receipt-code') ? [text('receipt-code'), text('receipt-secret')] : null,
        buttons: words.filter(named),
    };";

const PRESS: &str = "
    const [title, name] = arguments;
    const found = [...document.querySelectorAll('#app[data-drawn] button:not([disabled])')]
        .find(e => e.checkVisibility() && e.innerText.replace(/\\s+/g, ' ').trim().startsWith(name)
            && (!e.querySelector('.visually-hidden') || e.textContent.includes(title)));
    found?.click();";

/// What is left on the phone.
const LEFT: &str = "
    const done = arguments[0];
    indexedDB.open('tanggap').onsuccess = ({ target: { result: database } }) => {
      const stores = database.transaction(['drafts', 'outbox']);
      const [drafts, outbox] = ['drafts', 'outbox'].map(name => stores.objectStore(name).getAll());
      stores.oncomplete = () => { database.close(); done(JSON.stringify([drafts.result, outbox.result])); };
    };";

#[derive(Deserialize)]
struct Glance {
    receipt: Option<(String, String)>,
    buttons: Vec<String>,
}

impl Phone {
    /// A phone at an address whose line is still good. It has the pages, and a photo worth several pieces.
    pub async fn open(address: &str, photo: &Path, seed: u64) -> Result<Self> {
        let browser = Browser::open_with(address, tempfile::tempdir()?).await?;
        let form = FormPage::open(&browser).await?;
        browser.has_copy_of("/adukan").await?;
        let answers = Answers::default();
        form.up_to_files(&answers).await?;
        form.attach(photo).await?;
        browser.sees(Lang::Id.filing().file_held).await?;
        form.files().await?;
        form.protection().await?;
        browser.sees(Lang::Id.kept().saved).await?;
        browser.keeps("files", 1).await?;
        // Where no app runs that would write its draft once more while it is left.
        browser.driver.goto([address, "/robots.txt"].concat()).await?;
        let place: String = browser.driver.execute_async(TAKE_PATTERN, Vec::new()).await?.convert()?;
        Ok(Self { browser, random: Rng::with_seed(seed), place })
    }

    /// Files one complaint, however long it takes, and gives back the receipt that the phone shows.
    pub async fn file(&mut self, title: &str, has_file: bool) -> Result<Receipt> {
        let key = self.key();
        let arguments = vec![json!(key), json!(title), json!(has_file), json!(self.place)];
        self.browser.driver.execute_async(PLANT, arguments).await?;
        self.load("/adukan?langkah=periksa").await?;
        let (texts, kept) = (Lang::Id.filing(), Lang::Id.kept());
        // What is nearer to the receipt comes first.
        let words =
            [kept.show_receipt, texts.send, kept.mend, kept.go_on, kept.send_now, Lang::Id.shell().try_again];
        let start = Instant::now();
        let mut looks_again = self.random.u8(0..3) == 0;
        // Some lose their patience a few times; nobody gets anywhere who never waits.
        let mut reloads = (0..self.random.u8(0..3)).map(|_| self.random.u64(0..4_000)).collect::<Vec<_>>();
        let mut loaded = Instant::now();
        let mut glance = tokio::time::interval(Duration::from_millis(100));
        while start.elapsed() < LONGEST {
            glance.tick().await;
            let seen = self.browser.run(GLANCE, vec![json!(title), json!(words)]).await?;
            let Glance { receipt, buttons } = serde_json::from_value(seen.json().clone())?;
            if let Some((code, secret)) = receipt {
                if std::mem::take(&mut looks_again) {
                    // Another app was opened to note it down, and the page was closed meanwhile.
                    self.load("/adukan").await?;
                    continue;
                }
                return self.put_away(&code, &secret).await;
            }
            let wanted = words.iter().find(|word| buttons.iter().any(|button| button == *word));
            if let Some(word) = wanted
                && (*word != kept.send_now || self.random.u8(0..20) == 0)
            {
                self.browser.run(PRESS, vec![json!(title), json!(word)]).await?;
            }
            if let Some(patience) = reloads.last()
                && loaded.elapsed() > Duration::from_millis(*patience)
            {
                reloads.pop();
                self.load("/adukan?langkah=periksa").await?;
                loaded = Instant::now();
            }
        }
        let page = "return [location.href, document.body.innerText].join('\\n')";
        let page: String = self.browser.run(page, Vec::new()).await?.convert()?;
        fail(format!("{title:?} has no receipt; the phone shows:\n{page}"))
    }

    /// Notes the receipt down and wipes it from the phone, as the next person uses it.
    async fn put_away(&self, code: &str, secret: &str) -> Result<Receipt> {
        let (Ok(code), Ok(secret)) = (TrackingCode::parse(code), Secret::parse(secret)) else {
            return fail(format!("the receipt shows {code:?} and {secret:?}"));
        };
        self.browser.find("heading", Lang::Id.receipt().heading).await?;
        self.browser.press("button", Lang::Id.kept().put_away).await?;
        for store in ["outbox", "drafts", "files"] {
            if let Err(error) = self.browser.keeps(store, 0).await {
                let left: String = self.browser.driver.execute_async(LEFT, Vec::new()).await?.convert()?;
                return fail(format!("{error} after {code} was put away:\n{left}"));
            }
        }
        Ok(Receipt { code, secret })
    }

    /// Loads the page, as often as it takes until the app has drawn it.
    async fn load(&self, path: &str) -> Result {
        let start = Instant::now();
        let mut last = Ok(());
        while start.elapsed() < PATIENCE * 3 {
            last = self.browser.go(path).await;
            if last.is_ok() {
                break;
            }
        }
        last
    }

    /// A key that no other filing has.
    fn key(&mut self) -> String {
        let digits = format!("{:032x}", self.random.u128(..));
        [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]].join("-")
    }
}
