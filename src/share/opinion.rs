//! A second opinion: the request, which contains no answer, and the reply. Uses the quiz; independent
//! of the storage.

use crate::quiz::{Answers, Quiz};
use crate::share::LinkFault;
use crate::share::code::{
    CodeFields, CodeHead, LinkKind, read, read_answers, read_name, same_items, write,
    write_answers, write_name,
};
use crate::share::pasted::code_of;

/// A request to a colleague: the items, the attempt, and who asks. It contains no answer, so that the
/// colleague is not influenced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The quiz’s id.
    pub quiz: String,
    /// The quiz’s version.
    pub quiz_version: u32,
    /// The form’s id.
    pub form: String,
    /// The id of the attempt that the reply belongs to: 1 to 40 of 0–9, a–f and “-”.
    pub attempt: String,
    /// Who asks, if they typed a name.
    pub name: Option<String>,
}

/// A colleague's reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The quiz’s id.
    pub quiz: String,
    /// The quiz’s version.
    pub quiz_version: u32,
    /// The form’s id.
    pub form: String,
    /// The id of the attempt it is about.
    pub attempt: String,
    /// Who answered, if they typed a name.
    pub name: Option<String>,
    /// The answers to the items of the form; a link does not contain others.
    pub answers: Answers,
}

impl Request {
    /// The text behind the link’s “#”.
    ///
    /// # Errors
    /// As for [`Shared::write`](crate::share::Shared::write).
    pub fn write(&self, quiz: &Quiz) -> Result<String, LinkFault> {
        let head = CodeHead {
            quiz: &self.quiz,
            version: self.quiz_version,
            form: &self.form,
        };
        let (_, mut fields) = head.write(quiz, false)?;
        fields.push(checked_attempt(&self.attempt)?.to_owned());
        fields.push(write_name(self.name.as_deref())?);
        write(LinkKind::Request, &fields)
    }

    /// Reads a link, or the text behind its “#”, with the quiz it must belong to.
    ///
    /// # Errors
    /// As for [`Shared::read`](crate::share::Shared::read).
    pub fn read(text: &str, quiz: &Quiz) -> Result<Self, LinkFault> {
        let code = code_of(text)?;
        let mut fields = read(LinkKind::Request, &code)?;
        let (head, form, items) = CodeHead::read(&mut fields, quiz)?;
        same_items(items, quiz, form, false)?;
        let request = Self {
            quiz: head.quiz.to_owned(),
            quiz_version: head.version,
            form: head.form.to_owned(),
            attempt: read_attempt(&mut fields)?,
            name: read_name(fields.next()?)?,
        };
        fields.end()?;
        Ok(request)
    }

    /// The reply to this request.
    pub fn reply(self, name: Option<&str>, answers: Answers) -> Reply {
        Reply {
            quiz: self.quiz,
            quiz_version: self.quiz_version,
            form: self.form,
            attempt: self.attempt,
            name: name.and_then(crate::share::tidy_name),
            answers,
        }
    }
}

impl Reply {
    /// The text behind the link’s “#”.
    ///
    /// # Errors
    /// As for [`Shared::write`](crate::share::Shared::write).
    pub fn write(&self, quiz: &Quiz) -> Result<String, LinkFault> {
        let head = CodeHead {
            quiz: &self.quiz,
            version: self.quiz_version,
            form: &self.form,
        };
        let (form, mut fields) = head.write(quiz, false)?;
        fields.push(checked_attempt(&self.attempt)?.to_owned());
        fields.push(write_answers(&self.answers, quiz, form)?);
        fields.push(write_name(self.name.as_deref())?);
        write(LinkKind::Reply, &fields)
    }

    /// Reads a link, or the text behind its “#”, with the quiz it must belong to.
    ///
    /// # Errors
    /// As for [`Shared::read`](crate::share::Shared::read).
    pub fn read(text: &str, quiz: &Quiz) -> Result<Self, LinkFault> {
        let code = code_of(text)?;
        let mut fields = read(LinkKind::Reply, &code)?;
        let (head, form, items) = CodeHead::read(&mut fields, quiz)?;
        same_items(items, quiz, form, false)?;
        let reply = Self {
            quiz: head.quiz.to_owned(),
            quiz_version: head.version,
            form: head.form.to_owned(),
            attempt: read_attempt(&mut fields)?,
            answers: read_answers(fields.next()?, quiz, form)?,
            name: read_name(fields.next()?)?,
        };
        fields.end()?;
        Ok(reply)
    }
}

fn checked_attempt(id: &str) -> Result<&str, LinkFault> {
    let fits = (1..=40).contains(&id.len())
        && id
            .bytes()
            .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f' | b'-'));
    fits.then_some(id)
        .ok_or(LinkFault::CannotHold("the attempt has no proper id"))
}

fn read_attempt(fields: &mut CodeFields) -> Result<String, LinkFault> {
    let id = checked_attempt(fields.next()?).map_err(|_| LinkFault::Damaged)?;
    Ok(id.to_owned())
}
