//! What the browser keeps: records in its database, pages in its cache, and the worker that serves them.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::{Browser, PATIENCE, Result, fail};

/// How many things a store of the database holds.
const COUNT: &str = "
    const [store, done] = arguments;
    const request = indexedDB.open('tanggap');
    request.onerror = () => done(-1);
    request.onsuccess = () => {
      const counted = request.result.transaction(store).objectStore(store).count();
      counted.onsuccess = () => { request.result.close(); done(counted.result); };
    };";

const WORKER: &str = "
    const done = arguments[0];
    navigator.serviceWorker.ready.then(async () => {
      const pages = (await (await caches.open('pages')).keys()).map(({ url }) => new URL(url).pathname);
      done(navigator.serviceWorker.controller ? pages : []);
    });";

/// The upload that the only draft's only file has begun.
const UPLOAD: &str = "
    const done = arguments[0];
    const request = indexedDB.open('tanggap');
    request.onerror = () => done(null);
    request.onsuccess = () => {
      const asked = request.result.transaction('drafts').objectStore('drafts').getAll();
      asked.onsuccess = () => { request.result.close(); done(asked.result[0]?.files?.[0]?.upload ?? null); };
    };";

/// The only file's bytes, as the phone keeps them.
const BYTES: &str = "
    const done = arguments[0];
    const request = indexedDB.open('tanggap');
    request.onerror = () => done([]);
    request.onsuccess = () => {
      const asked = request.result.transaction('files').objectStore('files').getAll();
      asked.onsuccess = async () => {
        request.result.close();
        const [file, ...others] = asked.result;
        done(file && !others.length ? [...new Uint8Array(await file.arrayBuffer())] : []);
      };
    };";

impl Browser {
    /// Waits until the only draft's only file has begun to go up; its upload's id.
    pub async fn upload_of_draft(&self) -> Result<String> {
        self.until_it_says("an upload in the draft", UPLOAD, Vec::new(), Value::is_string).await?;
        Ok(self.driver.execute_async(UPLOAD, Vec::new()).await?.convert()?)
    }

    /// The bytes of the only file that the phone keeps; none where there is another number of them.
    pub async fn kept_file(&self) -> Result<Vec<u8>> {
        Ok(self.driver.execute_async(BYTES, Vec::new()).await?.convert()?)
    }

    /// Waits until a store holds a number of things.
    pub async fn keeps(&self, store: &str, wanted: i64) -> Result {
        let what = format!("{wanted} in the store {store:?}");
        self.until_it_says(&what, COUNT, vec![json!(store)], |found| found == &json!(wanted)).await
    }

    /// Waits until the service worker is in charge and has a copy of a page.
    pub async fn has_copy_of(&self, path: &str) -> Result {
        let is_there = |found: &Value| found.as_array().is_some_and(|pages| pages.contains(&json!(path)));
        self.until_it_says(&format!("a copy of {path}"), WORKER, Vec::new(), is_there).await
    }

    /// Tells the page that the network is gone, or back.
    pub async fn is_told_offline(&self, is_offline: bool) -> Result {
        let conditions = json!({
            "offline": is_offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.driver.cdp().send_raw("Network.enable", json!({})).await?;
        self.driver.cdp().send_raw("Network.emulateNetworkConditions", conditions).await?;
        Ok(())
    }

    async fn until_it_says(
        &self,
        what: &str,
        script: &str,
        arguments: Vec<Value>,
        is_right: impl Fn(&Value) -> bool,
    ) -> Result {
        let start = Instant::now();
        let mut glance = tokio::time::interval(Duration::from_millis(50));
        loop {
            glance.tick().await;
            let found = self.driver.execute_async(script, arguments.clone()).await?;
            if is_right(found.json()) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                return fail(format!("waited in vain for {what}; there is {}", found.json()));
            }
        }
    }
}
