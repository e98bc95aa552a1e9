use serde_json::json;
use thirtyfour::Key;

use crate::keys::SHOWS_FOCUS;
use crate::{Browser, Result, check};

/// Stops after which the end of a page is not waited for.
const STOPS_MAX: usize = 250;

/// One stop of the tabulator: what is wrong with it, and where it stands. Asked of the focused element.
///
/// What has the focus must say what it is, look different from what it looks like without, and not lie behind
/// something that stays on the screen (WCAG 2.4.7 and 2.4.11). The order of the stops is that of the reading (2.4.3): none
/// stands wholly above the one before it, unless it begins another column to the right. The head of the page is one row
/// that wraps, and is read as such.
const STOP: &str = "
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const faults = [];
    // The parts of a day are one field.
    if (e === globalThis.strolled) return ['the same', []];
    globalThis.strolled = e;
    const name = (e.computedName ?? '').replace(/\\s+/g, ' ').trim();
    if (!name) faults.push('has no name');
    // What unfolds a part, and the field of a day, have a role that browsers keep to themselves.
    if (!e.matches('summary, [type=date]') && (!e.computedRole || e.computedRole === 'generic')) faults.push('has no role');
    if (e.tabIndex > 0) faults.push('pushes in');
    if (!showsFocus(e)) faults.push('does not show its focus');
    const box = e.getBoundingClientRect();
    const seen = drawnOf(e).some(one => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 40));
      return hit && (one.contains(hit) || hit.contains(one));
    });
    const isSmall = box.width <= 1 || box.height <= 1;
    if (!seen && !isSmall) faults.push('is hidden behind something');
    const before = globalThis.strollBefore;
    const place = { isInHead: e.closest('header'), top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right };
    const isInHead = before?.isInHead && e.closest('header');
    if (before && !isInHead && place.bottom <= before.top && place.left < before.right) faults.push('stands above the stop before it');
    // What comes into view only while it has the focus stands nowhere.
    globalThis.strollBefore = getComputedStyle(e).position === 'absolute' ? null : place;
    return [`${e.computedRole} ${JSON.stringify(name)}`, faults];";

impl Browser {
    /// Goes through the whole page by the tabulator, from its top until the focus leaves it. Says how many stops there
    /// are.
    pub async fn strolls(&self, page: &str) -> Result<usize> {
        let start = "
            globalThis.strollBefore = null;
            document.activeElement?.blur();
            getSelection().removeAllRanges();
            scrollTo(0, 0);
            // Where the browser goes on from: from the beginning, as on a page that was just opened.
            const first = document.createElement('span');
            first.tabIndex = -1;
            document.body.prepend(first);
            first.focus({ preventScroll: true });
            first.remove();";
        self.run(start, vec![]).await?;
        let (mut stops, mut faults) = (Vec::new(), Vec::new());
        while stops.len() < STOPS_MAX {
            self.key(Key::Tab).await?;
            let stop: Option<(String, Vec<String>)> = serde_json::from_value(
                self.run(&[SHOWS_FOCUS, STOP].concat(), vec![]).await?.json().clone(),
            )?;
            let Some((name, wrong)) = stop else { break };
            // Some browsers begin again instead of leaving.
            if stops.first() == Some(&name) && stops.len() > 3 {
                break;
            }
            faults.extend(wrong.into_iter().map(|fault| format!("{name} {fault}")));
            stops.push(name);
        }
        check(stops.len() < STOPS_MAX, format!("{page}: the tabulator never leaves the page: {stops:?}"))?;
        check(faults.is_empty(), format!("{page}:\n{}", faults.join("\n")))?;
        Ok(stops.len())
    }

    /// Waits until nothing of the page is larger than its place: no text is cut off, and none lies on another.
    pub async fn has_room(&self, page: &str) -> Result {
        let faults: Vec<String> = self.run(CROWDED, vec![json!(null)]).await?.convert()?;
        check(faults.is_empty(), format!("{page}:\n{}", faults.join("\n")))
    }
}

/// Texts that are cut off by their own box or one around it, and pairs of texts that lie on each other.
const CROWDED: &str = "
    const faults = [];
    const name = e => `${e.tagName.toLowerCase()}.${[...e.classList].join('.')} ${JSON.stringify(e.innerText?.slice(0, 40) ?? e.textContent.slice(0, 40))}`;
    const isSeen = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.visually-hidden, [aria-hidden=true], svg')
      && e.getBoundingClientRect().width > 1;
    const clips = style => [style.overflowX, style.overflowY].some(way => way === 'hidden' || way === 'clip');
    const all = [...document.querySelectorAll('body *')].filter(isSeen);
    for (const e of all) {
      const style = getComputedStyle(e);
      const isClipped = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
      if (clips(style) && isClipped && e.innerText?.trim() && style.position !== 'absolute') faults.push(`${name(e)} is cut off`);
    }
    const texts = all.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
    const boxes = texts.flatMap(e => {
      const range = document.createRange();
      return [...e.childNodes].filter(n => n.nodeType === 3 && n.data.trim()).flatMap(n => {
        range.selectNodeContents(n);
        return [...range.getClientRects()].map(box => [e, box]);
      });
    });
    // Lines of one text touch; what counts is that letters lie on letters.
    const IN = 4;
    boxes.sort(([, a], [, b]) => a.top - b.top);
    for (let i = 0; i < boxes.length; i += 1) {
      const [e, a] = boxes[i];
      for (let j = i + 1; j < boxes.length && boxes[j][1].top < a.bottom - IN; j += 1) {
        const [f, b] = boxes[j];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (e !== f && !e.contains(f) && !f.contains(e) && across > IN && down > IN * 2) faults.push(`${name(e)} lies on ${name(f)}`);
      }
    }
    return faults.slice(0, 12);";
