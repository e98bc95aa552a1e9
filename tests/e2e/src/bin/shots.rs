//! Takes pictures of every page and its main states, as a phone and a desk show them, in light and dark.
//!
//! `shots FOLDER` writes `NAME-WIDTH-THEME.png`. To be looked at by people; `cargo xtask shots` builds and runs it.
//! `shots --accept FOLDER` writes there what the page of all parts looks like, and into `outlines` beside it what a
//! screen reader comes to on every page, for the tests to compare with.

use std::path::{Path, PathBuf};

use shared::complaint::ReporterAction;
use shared::lang::Lang;
use tests_e2e::pages::{Answers, CasePage, FormPage, RecapPage, shell};
use tests_e2e::{Browser, Result, Scheme, Server, Size, accept, fail, outlines, photo_with_gps, portraits};
use thirtyfour::Key;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--accept", folder] => return accept_new(Path::new(folder)).await,
        [folder] => PathBuf::from(folder),
        _ => return fail("shots [--accept] FOLDER"),
    };
    std::fs::create_dir_all(&folder)?;
    let mut server = Server::demo().await?;
    let browser = Browser::open(&server).await?;
    let album = Album { browser: &browser, folder: &folder };
    everyone(&album).await?;
    recap(&album).await?;
    form(&album).await?;
    judged(&album, &mut server).await?;
    eprintln!("shots: {} pictures in {}", std::fs::read_dir(&folder)?.count(), folder.display());
    Ok(())
}

async fn accept_new(folder: &Path) -> Result {
    let server = Server::empty().await?;
    let browser = Browser::open(&server).await?;
    let taken = portraits(&browser).await?;
    let bytes = accept(folder, &taken)?;
    eprintln!("shots: accepted {} pictures of {bytes} bytes in {}", taken.len(), folder.display());
    let folder = folder.with_file_name("outlines");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let taken = outlines().await?;
    for (name, outline) in &taken {
        std::fs::write(folder.join(format!("{name}.txt")), outline)?;
    }
    eprintln!("shots: accepted {} outlines in {}", taken.len(), folder.display());
    Ok(())
}

/// Where the pictures go.
struct Album<'a> {
    browser: &'a Browser,
    folder: &'a Path,
}

impl Album<'_> {
    /// Takes the present page in both colours and at both widths.
    async fn take(&self, name: &str) -> Result {
        for size in [Size(360, 800), Size::DESK] {
            self.browser.resize(size).await?;
            for scheme in [Scheme::Light, Scheme::Dark] {
                self.browser.prefer(scheme).await?;
                self.browser.is_at_rest(size).await?;
                let file = format!("{name}-{}-{}.png", size.0, scheme.as_str());
                self.browser.picture(&self.folder.join(file)).await?;
            }
        }
        self.browser.prefer(Scheme::Light).await?;
        self.browser.resize(Size::PHONE).await
    }
}

async fn everyone(album: &Album<'_>) -> Result {
    let browser = album.browser;
    browser.go("/").await?;
    browser.sees(Lang::Id.recap().live).await?;
    album.take("home").await?;
    browser.press("button", "English").await?;
    browser.sees(Lang::En.recap().live).await?;
    album.take("home-english").await?;
    browser.press("button", "Bahasa Indonesia").await?;
    browser.sees(Lang::Id.recap().live).await?;
    browser.go("/lacak").await?;
    album.take("track").await?;
    browser.fill(Lang::Id.tracking().code, "AAA-AAA-AAA-B").await?;
    browser.press("button", Lang::Id.tracking().look_up).await?;
    album.take("track-mistyped").await?;
    browser.go("/gaya").await?;
    album.take("gaya").await?;
    browser.go("/petugas").await?;
    album.take("petugas").await?;
    browser.go("/").await?;
    let script = "history.pushState(null, '', '/tidak-ada'); dispatchEvent(new PopStateEvent('popstate'))";
    browser.run(script, vec![]).await?;
    browser.find("heading", shell().not_found).await?;
    album.take("not-found").await
}

async fn recap(album: &Album<'_>) -> Result {
    let browser = album.browser;
    let page = RecapPage::open(browser, "").await?;
    page.is_live().await?;
    album.take("rekap").await?;
    browser.unfold(Lang::Id.recap().filters).await?;
    page.table(Lang::Id.recap().by_sector).await?;
    album.take("rekap-unfolded").await?;
    let page = RecapPage::open(browser, "?as_of=2020-06-30&stage=disposed").await?;
    page.total_becomes(26).await?;
    album.take("rekap-2020").await?;
    browser.go("/rekap?sector=listrik&from=2001-01&to=2001-01").await?;
    browser.sees(Lang::Id.recap().nothing_found).await?;
    album.take("rekap-nothing").await
}

async fn form(album: &Album<'_>) -> Result {
    let browser = album.browser;
    let texts = Lang::Id.filing();
    let answers = Answers::default();
    let scratch = tempfile::tempdir()?;
    let (photo, other) = (scratch.path().join("jembatan.jpg"), scratch.path().join("bukan-foto.png"));
    std::fs::write(&photo, photo_with_gps()?)?;
    std::fs::write(&other, "<!doctype html><title>bukan foto</title>")?;

    let form = FormPage::open(browser).await?;
    album.take("form-1-class").await?;
    form.class().await?;
    browser.press("button", texts.next).await?;
    browser.focus_reaches("alert", "").await?;
    album.take("form-2-what-problems").await?;
    browser.fill(texts.title, answers.title).await?;
    browser.fill(texts.content, answers.content).await?;
    browser.run("document.activeElement.blur()", vec![]).await?;
    album.take("form-2-what").await?;
    form.what(&answers).await?;
    album.take("form-3-place").await?;
    form.place(&answers).await?;
    browser.fill(texts.sector_search, answers.sector.0).await?;
    album.take("form-4-sector").await?;
    form.sector(&answers).await?;
    form.attach(&other).await?;
    browser.sees(&Lang::Id.problem(shared::problem::Problem::FileKind)).await?;
    form.attach(&photo).await?;
    browser.sees(texts.file_held).await?;
    album.take("form-5-files").await?;
    let redact = Lang::Id.redact();
    browser.press("button", redact.open).await?;
    browser.press("button", redact.add).await?;
    browser.focus_reaches("button", "").await?;
    browser.key_with(Key::Shift, Key::Left, 4).await?;
    browser.press("button", redact.add).await?;
    album.take("form-5-cover").await?;
    browser.press("button", redact.nearer).await?;
    browser.press("button", redact.nearer).await?;
    album.take("form-5-cover-nearer").await?;
    browser.press("button", redact.cancel).await?;
    browser.find("heading", redact.ask).await?;
    album.take("form-5-cover-ask").await?;
    browser.press("button", redact.stay).await?;
    browser.press("button", redact.save).await?;
    browser.sees(&Lang::Id.covered(2)).await?;
    album.take("form-5-covered").await?;
    browser.press("button", &format!("{} bukan-foto.png", texts.remove_file)).await?;
    form.files().await?;
    album.take("form-6-protection").await?;
    form.protection().await?;
    album.take("form-7-review").await?;
    let receipt = form.send().await?.receipt().await?;
    album.take("receipt").await?;

    CasePage::open_own(browser, &receipt).await?;
    album.take("case-own").await?;
    browser.press("button", Lang::Id.tracking().withdraw).await?;
    album.take("case-withdrawal").await?;
    browser.press("button", Lang::Id.tracking().close).await?;
    browser.find("textbox", Lang::Id.tracking().secret).await?;
    album.take("case-code").await
}

async fn judged(album: &Album<'_>, server: &mut Server) -> Result {
    let may = |action| {
        move |view: &shared::complaint::ComplaintView| {
            view.own.as_ref().is_some_and(|own| own.actions.contains(&action))
        }
    };
    for (action, name) in
        [(ReporterAction::Complete, "case-postponed"), (ReporterAction::Accept, "case-answered")]
    {
        let receipt = server.demo_receipt(may(action)).await?;
        CasePage::open_own(album.browser, &receipt).await?;
        album.take(name).await?;
    }
    album.browser.choose("radio", Lang::Id.tracking().accept).await?;
    album.take("case-accepting").await
}
