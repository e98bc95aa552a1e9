//! Pictures of every section of the page that shows every part.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageReader, RgbImage};
use serde_json::json;

use crate::{Browser, Result, Scheme, Size, blocks_of};

/// A section as it looks.
pub struct Portrait {
    /// Its section, its width and its colours.
    pub name: String,
    /// The picture.
    pub picture: RgbImage,
}

/// A sheet of A4 in the browser's pixels, less its margins.
const PAPER: Size = Size(680, 1000);

/// What is printed at all: a complaint with what was noted about it, and figures.
const PRINTED: [&str; 4] = ["aduan", "angka", "bagan", "bukti"];

/// Takes a picture of every section: at both widths in both colours, and as paper gets it.
pub async fn portraits(browser: &Browser) -> Result<Vec<Portrait>> {
    let mut taken = Vec::new();
    open(browser).await?;
    let ids = "return [...document.querySelectorAll('.gallery-section')].map(section => section.id)";
    let ids: Vec<String> = browser.run(ids, vec![]).await?.convert()?;
    for size in [Size::PHONE, Size::DESK] {
        browser.resize(size).await?;
        for scheme in [Scheme::Light, Scheme::Dark] {
            browser.prefer(scheme).await?;
            browser.is_at_rest(size).await?;
            for id in &ids {
                let name = format!("{id}-{}-{}", size.0, scheme.as_str());
                taken.push(Portrait { name, picture: browser.picture_of(&format!("#{id}"), 0).await? });
            }
        }
    }
    browser.resize(PAPER).await?;
    // From a dark screen: paper is white all the same.
    browser.show_as_print(Scheme::Dark).await?;
    browser.is_at_rest(PAPER).await?;
    for id in PRINTED {
        let picture = browser.picture_of(&format!("#{id}"), 0).await?;
        taken.push(Portrait { name: format!("{id}-print"), picture });
    }
    browser.prefer(Scheme::Light).await?;
    browser.resize(Size::PHONE).await?;
    Ok(taken)
}

/// Opens the page with the one family of letters that the setup brings to every machine.
async fn open(browser: &Browser) -> Result {
    browser.go("/gaya").await?;
    let script = "
        const { style } = document.documentElement;
        style.setProperty('--font', arguments[0]);
        style.setProperty('--font-code', arguments[1])";
    browser.run(script, vec![json!("\"DejaVu Sans\""), json!("\"DejaVu Sans Mono\"")]).await?;
    // The table of the first chart is drawn once its toggle has opened.
    browser
        .until("the table", "return document.querySelector('.figure-details[open] table')", vec![])
        .await?;
    Ok(())
}

/// The accepted pictures by their names, in blocks.
pub fn accepted(folder: &Path) -> Result<BTreeMap<String, RgbImage>> {
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        found.insert(name, ImageReader::open(&path)?.decode()?.into_rgb8());
    }
    Ok(found)
}

/// Accepts pictures in the place of all that were accepted before. Returns their bytes.
pub fn accept(folder: &Path, portraits: &[Portrait]) -> Result<u64> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let mut bytes = 0;
    for Portrait { name, picture } in portraits {
        let path: PathBuf = folder.join(format!("{name}.png"));
        let encoder =
            PngEncoder::new_with_quality(File::create(&path)?, CompressionType::Best, FilterType::Adaptive);
        blocks_of(picture).write_with_encoder(encoder)?;
        bytes += fs::metadata(&path)?.len();
    }
    Ok(bytes)
}
