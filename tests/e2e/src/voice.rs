//! A recorder in the place of the browser's voices, of which a browser without a screen has none.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::{Browser, Result, fail};

/// It says nothing by itself: what is being said ends when a test wants it to, so that nothing depends on time.
const RECORDER: &str = "
    const speech = Object.assign(new EventTarget(), {
      said: [], voices: [], present: null,
      getVoices: () => speech.voices,
      speak: (utterance) => {
        const { text, lang, rate } = utterance;
        speech.said.push({ text, lang, rate });
        speech.present = utterance;
      },
      cancel: () => { speech.present = null; },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };";

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Said {
    /// The words.
    pub text: String,
    /// In which language.
    pub lang: String,
    /// How fast, where 1 is the voice's own pace.
    pub rate: f64,
}

impl Browser {
    /// From the next page on, a recorder is in the place of the voices. It has none yet.
    pub async fn record_voice(&self) -> Result {
        let source = json!({ "source": RECORDER });
        self.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
        Ok(())
    }

    /// The device finds voices: language, and whether each is the device's own.
    pub async fn finds_voices(&self, voices: &[(&str, bool)]) -> Result {
        let script = "
            speechSynthesis.voices = arguments[0].map(([lang, localService]) =>
              ({ lang, localService, default: false, name: lang, voiceURI: lang }));
            speechSynthesis.dispatchEvent(new Event('voiceschanged'));";
        self.run(script, vec![json!(voices)]).await?;
        Ok(())
    }

    /// What has been said so far.
    pub async fn said(&self) -> Result<Vec<Said>> {
        let script = "return speechSynthesis.said";
        Ok(serde_json::from_value(self.run(script, vec![]).await?.json().clone())?)
    }

    /// Waits until something is being said; its words.
    pub async fn is_saying(&self) -> Result<String> {
        let script = "return speechSynthesis.present?.text";
        Ok(self.until("something to be said", script, vec![]).await?.convert()?)
    }

    /// Whether nothing is being said.
    pub async fn is_silent(&self) -> Result<bool> {
        Ok(self.run("return speechSynthesis.present === null", vec![]).await?.convert()?)
    }

    /// What is being said has been said to its end.
    pub async fn hears_it_out(&self) -> Result {
        self.tell_voice("speechSynthesis.present?.onend(new Event('end'))").await
    }

    /// The voice fails.
    pub async fn loses_voice(&self) -> Result {
        let script = "speechSynthesis.present?.onerror(Object.assign(new Event('error'), { error: 'synthesis-failed' }))";
        self.tell_voice(script).await
    }

    /// Hears everything to the end, and returns all that was said.
    pub async fn hears_everything(&self) -> Result<Vec<Said>> {
        for _ in 0..500 {
            if self.is_silent().await? {
                return self.said().await;
            }
            self.hears_it_out().await?;
        }
        fail("the reading has no end")
    }

    async fn tell_voice(&self, script: &str) -> Result {
        if self.is_silent().await? {
            return fail("nothing is being said");
        }
        self.run(script, Vec::<Value>::new()).await?;
        Ok(())
    }
}
