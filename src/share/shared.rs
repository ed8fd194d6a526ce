//! A shared result: the answers themselves, in a link, so that a reader can see how they were scored.
//! Uses the quiz; independent of the storage.

use std::collections::BTreeMap;

use crate::quiz::{Answers, Quiz};
use crate::share::LinkFault;
use crate::share::code::{
    CodeHead, LinkKind, number, read, read_answers, read_name, same_items, write, write_answers,
    write_name,
};
use crate::share::pasted::code_of;

const DAY: f64 = 86_400_000.0;

/// The complete content of a link to a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The quiz’s id.
    pub quiz: String,
    /// The quiz’s version.
    pub quiz_version: u32,
    /// The form’s id.
    pub form: String,
    /// Whose result it is, if they typed a name.
    pub name: Option<String>,
    /// The answers to the items of the form; a link does not contain others.
    pub answers: Answers,
    /// 0, 1 or 2 by behaviour id: not at all, now and then, most weeks. Empty if it is not included.
    pub today: BTreeMap<String, u8>,
    /// The day of the attempt, counted from 1 January 1970; see [`day_of`].
    pub taken: Option<u32>,
}

impl Shared {
    /// The text behind the link’s “#”, of 7,000 characters at most.
    ///
    /// # Errors
    /// If this is about another quiz than `quiz`, or contains data that a link cannot hold.
    pub fn write(&self, quiz: &Quiz) -> Result<String, LinkFault> {
        let head = CodeHead {
            quiz: &self.quiz,
            version: self.quiz_version,
            form: &self.form,
        };
        let (form, mut fields) = head.write(quiz, !self.today.is_empty())?;
        fields.push(write_answers(&self.answers, quiz, form)?);
        fields.push(write_today(&self.today, quiz)?);
        fields.push(self.taken.map_or_else(String::new, |day| day.to_string()));
        fields.push(write_name(self.name.as_deref())?);
        write(LinkKind::Result, &fields)
    }

    /// Reads a link, or the text behind its “#”, with the quiz it must belong to.
    ///
    /// # Errors
    /// Everything that can be wrong with it; a damaged link is never read as a different result.
    pub fn read(text: &str, quiz: &Quiz) -> Result<Self, LinkFault> {
        let code = code_of(text)?;
        let mut fields = read(LinkKind::Result, &code)?;
        let (head, form, items) = CodeHead::read(&mut fields, quiz)?;
        let (answers, today) = (fields.next()?, fields.next()?);
        same_items(items, quiz, form, !today.is_empty())?;
        let shared = Self {
            quiz: head.quiz.to_owned(),
            quiz_version: head.version,
            form: head.form.to_owned(),
            answers: read_answers(answers, quiz, form)?,
            today: read_today(today, quiz)?,
            taken: match fields.next()? {
                "" => None,
                day => Some(number(day)?),
            },
            name: read_name(fields.next()?)?,
        };
        fields.end()?;
        Ok(shared)
    }
}

/// The day of a time in milliseconds since 1970, in UTC; none for a time before it or too far in the
/// future.
pub fn day_of(time: f64) -> Option<u32> {
    let day = (time / DAY).floor();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (day >= 0.0 && day <= f64::from(u32::MAX)).then_some(day as u32)
}

/// The first millisecond of a day, in UTC.
pub fn time_of(day: u32) -> f64 {
    f64::from(day) * DAY
}

/// One character for each behaviour of the quiz: 0 to 2, `x` if there is no value; empty if there are
/// no values at all.
fn write_today(today: &BTreeMap<String, u8>, quiz: &Quiz) -> Result<String, LinkFault> {
    if today.is_empty() {
        return Ok(String::new());
    }
    if today.keys().any(|id| quiz.behaviour(id).is_none()) {
        return Err(LinkFault::CannotHold(
            "it tells of a behaviour that the quiz does not have",
        ));
    }
    let letter = |id: &str| match today.get(id) {
        None => Ok('x'),
        Some(step @ 0..=2) => Ok(char::from(b'0' + step)),
        Some(_) => Err(LinkFault::CannotHold(
            "a step of today is none of the three",
        )),
    };
    let behaviours = quiz.behaviours.iter();
    behaviours.map(|behaviour| letter(&behaviour.id)).collect()
}

fn read_today(row: &str, quiz: &Quiz) -> Result<BTreeMap<String, u8>, LinkFault> {
    let mut today = BTreeMap::new();
    if row.is_empty() {
        return Ok(today);
    }
    if row.len() != quiz.behaviours.len() {
        return Err(LinkFault::Damaged);
    }
    for (behaviour, letter) in quiz.behaviours.iter().zip(row.bytes()) {
        match letter {
            b'0'..=b'2' => {
                today.insert(behaviour.id.clone(), letter - b'0');
            }
            b'x' => {}
            _ => return Err(LinkFault::Damaged),
        }
    }
    if today.is_empty() {
        return Err(LinkFault::Damaged);
    }
    Ok(today)
}
