use std::mem::ManuallyDrop;
use std::path::Path;

use image::RgbImage;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::process::Process;
use crate::server::given;
use crate::{PATIENCE, Result, Server, check, fail};

/// A screen, in the page's pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub u32, pub u32);

impl Size {
    /// A small phone.
    pub const PHONE: Self = Self(360, 800);
    /// The narrowest screen that pages must fit.
    pub const NARROW: Self = Self(320, 640);
    /// A tablet.
    pub const TABLET: Self = Self(768, 1024);
    /// A desk.
    pub const DESK: Self = Self(1280, 900);
}

/// The colours that the device asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Scheme {
    /// Its word in media queries.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// A browser with a new profile and a driver of its own. Both are gone when it is dropped.
pub struct Browser {
    /// The driver, for what has no name here. Not dropped: it would ask a session to end over a connection that the
    /// story's own thread has to serve. The process ends instead.
    pub driver: ManuallyDrop<WebDriver>,
    server: String,
    _process: Process,
    profile: TempDir,
}

/// As root, without a screen, and without anything that calls out. The last one lets scripts ask for roles and names.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-blink-features=ComputedAccessibilityInfo",
];

const SAYS: &str = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";

impl Browser {
    /// A phone that looks at a server.
    pub async fn open(server: &Server) -> Result<Self> {
        Self::open_with(&server.address, tempfile::tempdir()?).await
    }

    /// An old phone, whose browser knows no WebAssembly.
    pub async fn open_without_webassembly(server: &Server) -> Result<Self> {
        let browser = Self::start(&server.address, tempfile::tempdir()?, &["--js-flags=--jitless"]).await?;
        let knows: bool =
            browser.run("return typeof WebAssembly !== 'undefined'", vec![]).await?.convert()?;
        check(!knows, "the browser knows WebAssembly all the same")?;
        Ok(browser)
    }

    /// A phone that looks at an address, with what an earlier one has left in its profile.
    pub async fn open_with(address: &str, profile: TempDir) -> Result<Self> {
        Self::start(address, profile, &[]).await
    }

    async fn start(address: &str, profile: TempDir, further: &[&str]) -> Result<Self> {
        let (process, port) = driver(profile.path()).await?;
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.set_binary(&given("TANGGAP_CHROMIUM")?.to_string_lossy())?;
        for argument in ARGUMENTS.iter().chain(further) {
            capabilities.add_arg(argument)?;
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await?;
        driver.set_script_timeout(PATIENCE).await?;
        let driver = ManuallyDrop::new(driver);
        let browser = Self { driver, server: address.to_owned(), _process: process, profile };
        browser.resize(Size::PHONE).await?;
        browser.prefer(Scheme::Light).await?;
        Ok(browser)
    }

    /// Closes it as people do; what stays is its profile.
    pub async fn close(self) -> Result<TempDir> {
        let Self { driver, profile, .. } = self;
        ManuallyDrop::into_inner(driver).quit().await?;
        Ok(profile)
    }

    /// Goes to an address as one types it, and waits until the application has drawn a page.
    pub async fn go(&self, path: &str) -> Result {
        self.driver.goto([&self.server, path].concat()).await?;
        self.is_drawn().await
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Result {
        self.driver.refresh().await?;
        self.is_drawn().await
    }

    /// Opens an address as the server wrote it, while the network is so slow that the application takes seconds.
    pub async fn go_served(&self, path: &str) -> Result {
        self.set_network(0, 40_000, -1.0).await?;
        self.driver.goto([&self.server, path].concat()).await?;
        let served = "return document.querySelector('#app:not([data-drawn]) h1')";
        self.until("the page as it was served", served, vec![]).await.map(|_| ())
    }

    /// Opens an address whose scripts do not come: the served page stays.
    pub async fn go_plain(&self, path: &str) -> Result {
        self.driver.goto([&self.server, path].concat()).await?;
        let served = "return document.readyState === 'complete' && document.querySelector('#app:not([data-drawn]) h1')";
        self.until("the page as it was served", served, vec![]).await.map(|_| ())
    }

    /// Opens an address whose page has no scripts: no application will ever take its place. Waited for where one would,
    /// it would come now before and now after.
    pub async fn go_alone(&self, path: &str) -> Result {
        self.go_plain(path).await?;
        let scripts = "return document.querySelectorAll('script[src]').length";
        let scripts: usize = self.run(scripts, vec![]).await?.convert()?;
        check(scripts == 0, format!("{path} brings an application, so it is not alone"))
    }

    /// From now on no script arrives.
    pub async fn lose_scripts(&self) -> Result {
        self.driver.cdp().send_raw("Network.enable", json!({})).await?;
        self.driver.cdp().send_raw("Network.setBlockedURLs", json!({ "urls": ["*.js"] })).await?;
        Ok(())
    }

    /// Ends the slowness, and waits until the application has taken the served page's place.
    pub async fn is_taken_over(&self) -> Result {
        self.slow_down(None).await?;
        self.is_drawn().await
    }

    /// Waits until the application has drawn a page.
    async fn is_drawn(&self) -> Result {
        self.until(
            "the application draws a page",
            "return document.querySelector('#app[data-drawn] h1')",
            vec![],
        )
        .await
        .map(|_| ())
    }

    /// Path and query of the present address.
    pub async fn address(&self) -> Result<String> {
        let address = self.driver.current_url().await?;
        Ok(match address.query() {
            Some(query) => format!("{}?{query}", address.path()),
            None => address.path().to_owned(),
        })
    }

    /// Runs a script and returns what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<ScriptRet> {
        Ok(self.driver.execute(script, arguments).await?)
    }

    /// Waits until a script returns something that is true in JavaScript's sense, and returns it. The script is looked
    /// at once for every frame that is drawn, or without frames where none are; it asks anew every second, and after a
    /// page that was left while it looked.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<ScriptRet> {
        let script = format!(
            "const given = [...arguments], done = given.pop(), limit = performance.now() + 1000;
             const test = function () {{ {script} }};
             const look = () => {{
               const found = test.apply(null, given);
               if (found) done(found);
               else if (performance.now() > limit) done(null);
               else {{
                 let frame, wait;
                 const again = () => {{ cancelAnimationFrame(frame); clearTimeout(wait); look(); }};
                 frame = requestAnimationFrame(again);
                 wait = setTimeout(again, 100);
               }}
             }};
             look();"
        );
        for _ in 0..PATIENCE.as_secs() {
            match self.driver.execute_async(&script, arguments.clone()).await {
                Ok(found) if !found.json().is_null() => return Ok(found),
                Ok(_) => {}
                Err(error) if is_page_left(&error) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let page = "return document.querySelector('main')?.innerText ?? document.body.innerText";
        let page = self.run(page, vec![]).await?.convert::<String>()?;
        fail(format!("waited in vain: {what}; at {} the page says:\n{page}", self.address().await?))
    }

    /// Waits until a text stands in the page.
    pub async fn sees(&self, text: &str) -> Result {
        self.until(&format!("to see {text:?}"), SAYS, vec![json!(text)]).await.map(|_| ())
    }

    /// Whether a text stands in the page now.
    pub async fn says(&self, text: &str) -> Result<bool> {
        Ok(self.run(SAYS, vec![json!(text)]).await?.convert()?)
    }

    /// Changes the screen; a phone's is touched.
    pub async fn resize(&self, Size(width, height): Size) -> Result {
        let is_phone = width < 700;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone });
        let touch = json!({ "enabled": is_phone, "maxTouchPoints": 5 });
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        self.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
        Ok(())
    }

    /// Changes the colours that the device asks for; motion is always reduced, so that nothing is caught half way.
    pub async fn prefer(&self, scheme: Scheme) -> Result {
        self.emulate("screen", scheme, "none").await
    }

    /// Takes the page's own colours away, as people do who need a few strong ones.
    pub async fn force_colours(&self, scheme: Scheme) -> Result {
        self.emulate("screen", scheme, "active").await
    }

    /// Shows the page as paper gets it, from a device of these colours.
    pub async fn show_as_print(&self, scheme: Scheme) -> Result {
        self.emulate("print", scheme, "none").await
    }

    async fn emulate(&self, media: &str, scheme: Scheme, forced: &str) -> Result {
        let features = json!({ "media": media, "features": [
            { "name": "prefers-color-scheme", "value": scheme.as_str() },
            { "name": "prefers-reduced-motion", "value": "reduce" },
            { "name": "forced-colors", "value": forced },
        ] });
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    /// Waits until the page has taken up a new size or new colours: a few frames, and no motion left but that which
    /// never ends.
    pub async fn is_at_rest(&self, Size(width, _): Size) -> Result {
        let script = "
            const isMoving = motion =>
                motion.playState === 'running' && motion.effect.getTiming().iterations !== Infinity;
            const isQuiet = innerWidth >= arguments[0] && !document.getAnimations().some(isMoving);
            window.quietFrames = isQuiet ? (window.quietFrames ?? 0) + 1 : 0;
            return window.quietFrames > 5 && (window.quietFrames = 0, true)";
        self.until("the page to be at rest", script, vec![json!(width)]).await.map(|_| ())
    }

    /// Tells the phone where it is, or forbids it to tell.
    pub async fn place_at(&self, position: Option<(f64, f64)>) -> Result {
        let setting = if position.is_some() { "granted" } else { "denied" };
        let permission = json!({ "permission": { "name": "geolocation" }, "setting": setting });
        self.driver.cdp().send_raw("Browser.setPermission", permission).await?;
        if let Some((latitude, longitude)) = position {
            let place = json!({ "latitude": latitude, "longitude": longitude, "accuracy": 5 });
            self.driver.cdp().send_raw("Emulation.setGeolocationOverride", place).await?;
        }
        Ok(())
    }

    /// Makes the network as slow as asked, in bytes per second upwards; nothing is the full speed.
    pub async fn slow_down(&self, upload: Option<u32>) -> Result {
        let latency = if upload.is_some() { 40 } else { 0 };
        let upload = upload.map_or(-1.0, f64::from);
        self.set_network(latency, -1, upload).await
    }

    async fn set_network(&self, latency: u32, download: i32, upload: f64) -> Result {
        let conditions = json!({
            "offline": false, "latency": latency, "downloadThroughput": download, "uploadThroughput": upload,
        });
        self.driver.cdp().send_raw("Network.enable", json!({})).await?;
        self.driver.cdp().send_raw("Network.emulateNetworkConditions", conditions).await?;
        Ok(())
    }

    /// Fails if the page is wider than its screen: people would have to scroll sideways.
    pub async fn fits(&self, Size(width, _): Size) -> Result {
        let script = "
            const wide = [...document.querySelectorAll('body *')].filter(e =>
                e.checkVisibility() && e.getBoundingClientRect().right > arguments[0] + 1
                && !e.closest('.table-scroll, .visually-hidden, .skip'));
            return [document.documentElement.scrollWidth, wide.slice(0, 5).map(e => e.outerHTML.slice(0, 160))]";
        let (found, elements): (u32, Vec<String>) = self.run(script, vec![json!(width)]).await?.convert()?;
        check(
            found <= width,
            format!(
                "{} is {found} px wide on a screen of {width}:\n{}",
                self.address().await?,
                elements.join("\n")
            ),
        )
    }

    /// Saves the whole page as a picture; of one that a dialog covers, what the screen shows.
    pub async fn picture(&self, file: &Path) -> Result {
        let is_covered: bool =
            self.run("return !!document.querySelector('dialog:modal')", vec![]).await?.convert()?;
        let asked = json!({ "format": "png", "captureBeyondViewport": !is_covered });
        std::fs::write(file, self.capture(asked).await?)?;
        Ok(())
    }

    /// A picture of the first element that a selector finds, with so many pixels around it.
    pub async fn picture_of(&self, selector: &str, around: u32) -> Result<RgbImage> {
        let script = "
            const [selector, around] = arguments;
            const box = document.querySelector(selector)?.getBoundingClientRect();
            return box && [box.x + scrollX - around, box.y + scrollY - around, box.width + 2 * around, box.height + 2 * around]";
        let area = self.run(script, vec![json!(selector), json!(around)]).await?;
        if area.json().is_null() {
            return fail(format!("there is no {selector} to take a picture of"));
        }
        let (x, y, width, height): (f64, f64, f64, f64) = area.convert()?;
        let clip = json!({
            "x": x.round(), "y": y.round(), "width": width.round(), "height": height.round(), "scale": 1,
        });
        let area = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        Ok(image::load_from_memory(&self.capture(area).await?)?.into_rgb8())
    }

    async fn capture(&self, what: Value) -> Result<Vec<u8>> {
        let answer = self.driver.cdp().send_raw("Page.captureScreenshot", what).await?;
        Ok(thirtyfour::support::base64_decode(answer["data"].as_str().unwrap_or_default())?)
    }

    /// Fails if the console told of an error or of something that the content policy stopped. Answers of the given
    /// statuses belong to the story.
    pub async fn is_quiet(&self, expected: &[u16]) -> Result {
        let entries = self.driver.browser_log().await?;
        let is_expected = |message: &str| {
            expected.iter().any(|status| message.contains(&format!("responded with a status of {status}")))
        };
        let is_bad = |level: &str, message: &str| {
            matches!(level, "SEVERE" | "WARNING") || message.contains("Content Security Policy")
        };
        let bad: Vec<String> = entries
            .into_iter()
            .filter(|entry| is_bad(&entry.level, &entry.message) && !is_expected(&entry.message))
            .map(|entry| format!("{}: {}", entry.level, entry.message))
            .collect();
        check(bad.is_empty(), format!("the console says:\n{}", bad.join("\n")))
    }

    /// The end of a story: the console must be quiet.
    pub async fn end(self) -> Result {
        self.end_after(&[]).await
    }

    /// The end of a story in which requests were refused with the given statuses.
    pub async fn end_after(self, expected: &[u16]) -> Result {
        self.is_quiet(expected).await
    }
}

/// Starts the driver, which chooses a port and says so. It tries one port for both kinds of addresses, of which the
/// second may be taken; then it ends, and another attempt gets another port. What it and its browser leave behind lies in a
/// folder that goes with the story.
async fn driver(folder: &Path) -> Result<(Process, u16)> {
    const ATTEMPTS: u32 = 5;
    for _ in 0..ATTEMPTS {
        let folder = folder.to_string_lossy();
        let driver = given("TANGGAP_CHROMEDRIVER")?;
        let mut process = Process::start(driver, &["--port=0"], &[("TMPDIR", &*folder)])?;
        while let Ok(Some(line)) = tokio::time::timeout(PATIENCE * 3, process.lines.recv()).await {
            let port = line.strip_prefix("ChromeDriver was started successfully on port ");
            if let Some(port) = port.and_then(|port| port.trim_end_matches('.').parse().ok()) {
                return Ok((process, port));
            }
        }
    }
    fail("the browser's driver did not start")
}

/// Whether a script got no answer since its page was left while it ran; the driver notices that late or never.
fn is_page_left(error: &WebDriverError) -> bool {
    match error.as_inner() {
        WebDriverErrorInner::ScriptTimeout(_) => true,
        WebDriverErrorInner::JavascriptError(told) => told.value.message.contains("unloaded"),
        _ => false,
    }
}
