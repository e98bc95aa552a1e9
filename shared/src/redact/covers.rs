use super::cover::Cover;

/// All covers of a picture, with what is needed to undo and redo what was done to them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Covers {
    now: Vec<Cover>,
    past: Vec<Vec<Cover>>,
    future: Vec<Vec<Cover>>,
    /// The one that keys are changing. A key that is held or pressed again goes on with the same change.
    nudged: Option<usize>,
}

impl Covers {
    /// All of them, the last one on top.
    pub fn all(&self) -> &[Cover] {
        &self.now
    }

    /// One of them.
    pub fn get(&self, index: usize) -> Option<Cover> {
        self.now.get(index).copied()
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Adds one on top; its index.
    pub fn add(&mut self, cover: Cover) -> usize {
        self.begin();
        self.now.push(cover);
        self.now.len() - 1
    }

    /// Begins a change, such as a drag; what follows until the next one is undone in one step.
    pub fn begin(&mut self) {
        self.past.push(self.now.clone());
        self.future.clear();
        self.nudged = None;
    }

    /// Puts one in the place of another, as part of the change that was begun.
    pub fn put(&mut self, index: usize, cover: Cover) {
        if let Some(place) = self.now.get_mut(index) {
            *place = cover;
        }
    }

    /// Ends the change that was begun. One that has changed nothing is not there to be undone.
    pub fn end(&mut self) {
        if self.past.last() == Some(&self.now) {
            self.past.pop();
        }
    }

    /// Takes back the change that was begun, as if it had never been.
    pub fn give_up(&mut self) {
        if let Some(before) = self.past.pop() {
            self.now = before;
        }
    }

    /// A small change by a key. Those of one cover in a row are one step.
    pub fn nudge(&mut self, index: usize, cover: Cover) {
        if self.nudged != Some(index) {
            self.begin();
            self.nudged = Some(index);
        }
        self.put(index, cover);
    }

    /// Removes one.
    pub fn remove(&mut self, index: usize) {
        if index < self.now.len() {
            self.begin();
            self.now.remove(index);
        }
    }

    /// Undoes the last step; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.now, before));
        self.nudged = None;
        true
    }

    /// Does it again; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.now, after));
        self.nudged = None;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(left: f64) -> Cover {
        Cover { left, top: 0.0, width: 20.0, height: 20.0 }
    }

    #[test]
    fn steps_go_back_and_forth() {
        let mut covers = Covers::default();
        assert!(!covers.undo() && !covers.redo());
        assert_eq!((covers.add(at(0.0)), covers.add(at(50.0))), (0, 1));
        covers.remove(0);
        assert_eq!(covers.all(), [at(50.0)]);
        assert!(covers.undo());
        assert_eq!(covers.all(), [at(0.0), at(50.0)]);
        assert!(covers.undo() && covers.redo());
        assert_eq!(covers.all(), [at(0.0), at(50.0)]);
        covers.add(at(90.0));
        assert!(!covers.can_redo(), "another way was taken");
        covers.remove(9);
        assert_eq!(covers.all().len(), 3);
    }

    #[test]
    fn a_drag_is_one_step_and_one_that_goes_nowhere_is_none() {
        let mut covers = Covers::default();
        covers.add(at(0.0));
        covers.begin();
        covers.put(0, at(5.0));
        covers.put(0, at(9.0));
        covers.end();
        assert!(covers.undo());
        assert_eq!(covers.all(), [at(0.0)]);
        covers.begin();
        covers.end();
        covers.begin();
        covers.put(0, at(7.0));
        covers.give_up();
        assert_eq!(covers.all(), [at(0.0)]);
        assert!(covers.undo());
        assert_eq!(covers.all(), []);
        assert!(!covers.can_undo());
    }

    #[test]
    fn keys_in_a_row_are_one_step_for_each_cover() {
        let mut covers = Covers::default();
        covers.add(at(0.0));
        covers.add(at(50.0));
        for left in [1.0, 2.0, 3.0] {
            covers.nudge(0, at(left));
        }
        covers.nudge(1, at(51.0));
        assert!(covers.undo());
        assert_eq!(covers.all(), [at(3.0), at(50.0)]);
        assert!(covers.undo());
        assert_eq!(covers.all(), [at(0.0), at(50.0)]);
    }
}
