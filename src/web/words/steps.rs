//! What to do with a result: an experiment, a talk, and where to ask and read on. Our advice, not a
//! source’s; two tracks, never one better.

use crate::ladder::Side;
use crate::quiz::{Balance, Finding, Verdict};

/// Which advice a result gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// One side is ahead.
    Towards(Side),
    /// Both energise.
    Both,
    /// Neither energises.
    Neither,
    /// Nothing is decided, or there is no verdict.
    Open,
}

impl Advice {
    /// The advice for a finding.
    pub const fn of(finding: Finding) -> Self {
        match finding {
            Finding::Verdict(Verdict::Clear(side) | Verdict::Leans(side)) => Self::Towards(side),
            Finding::Verdict(Verdict::NoClearLean(Balance::BothEnergise)) => Self::Both,
            Finding::Verdict(Verdict::NoClearLean(Balance::NeitherDoes)) => Self::Neither,
            _ => Self::Open,
        }
    }

    /// An experiment of two to six weeks: what to do.
    pub const fn experiment(self) -> &'static [&'static str] {
        const DEEP: &str = "For two to six weeks, take one hard part of a system from question to production yourself. Ask for four half days a week without meetings.";
        const BROAD: &str = "For two to six weeks, take one problem that no single team owns. Find where plans collide, write a one-page proposal, and let others build it.";
        match self {
            Self::Towards(Side::Deep) => &[DEEP],
            Self::Towards(Side::Broad) => &[BROAD],
            Self::Both | Self::Open => &[
                "Try two weeks of each, one after the other.",
                "Deep: build one hard part yourself, with half days free of meetings.",
                "Broad: take one problem between teams, and let others build what you propose.",
            ],
            Self::Neither => &[
                "Change one thing before you judge the work: for two weeks drop one duty, or swap one task with a colleague.",
                "Then take this quiz again. If nothing moves, talk about the team or the load, not about tracks.",
            ],
        }
    }

    /// What to notice during the experiment.
    pub const fn notice(self) -> &'static str {
        match self {
            Self::Towards(Side::Deep) => {
                "Notice: do you lose track of time? Do you miss talking with others? Would you want the next problem of the same kind?"
            }
            Self::Towards(Side::Broad) => {
                "Notice: are you content when others finish what you began? Do you miss the code? Are you looking for the next gap between teams?"
            }
            Self::Both | Self::Open => {
                "Notice which of the two you put off, and which one you would have gone on with."
            }
            Self::Neither => {
                "Notice which hour of the week you looked forward to, and who was there."
            }
        }
    }

    /// Five questions for a talk with one’s manager.
    pub const fn questions(self) -> [&'static str; 5] {
        match self {
            Self::Towards(Side::Deep) => [
                "Which problem here is worth months of one person’s attention?",
                "Where would my depth matter to more than our team?",
                "What could I hand over to get half days without meetings?",
                "How would you tell that deep work is going well before it is done?",
                "How have other people here grown by going deeper?",
            ],
            Self::Towards(Side::Broad) => [
                "Which problem falls between teams and has no owner?",
                "Whose plans should I know before they are fixed?",
                "Which of my current work could others finish?",
                "How would you see my part when other teams ship the result?",
                "How have other people here grown by going broader?",
            ],
            Self::Both | Self::Open => [
                "Which deep and which broad task could I try this quarter?",
                "Which of the two do you see me do better, and where?",
                "At which level does the choice begin to matter here?",
                "Can I go back if I choose one and it does not suit me?",
                "Who here has moved between the tracks?",
            ],
            Self::Neither => [
                "Which part of my work could stop, and who would notice?",
                "When did you last see me enjoy a task?",
                "Is it the work, the team or the load, as you see it?",
                "What could change within a month?",
                "Would another team or another kind of work be possible?",
            ],
        }
    }

    /// Whom to ask, on each track.
    pub const fn people(self) -> &'static str {
        match self {
            Self::Towards(Side::Deep) => {
                "Ask an engineer on the deep track what a dull week is like. Ask one on the broad track what they gave up."
            }
            Self::Towards(Side::Broad) => {
                "Ask an engineer on the broad track what a dull week is like. Ask one on the deep track what they gave up."
            }
            Self::Both | Self::Open => {
                "Ask one engineer on each track what a dull week is like, and when they last doubted their choice."
            }
            Self::Neither => "Ask someone who left this team, and someone who stayed, why.",
        }
    }

    /// Books, by title and author.
    pub const fn books(self) -> &'static [&'static str] {
        match self {
            Self::Towards(Side::Deep) => &[
                "A Philosophy of Software Design (John Ousterhout)",
                "Systems Performance (Brendan Gregg)",
                "The Staff Engineer’s Path (Tanya Reilly)",
            ],
            Self::Towards(Side::Broad) => &[
                "Staff Engineer (Will Larson)",
                "The Staff Engineer’s Path (Tanya Reilly)",
                "The Manager’s Path (Camille Fournier), for how the other side works",
            ],
            Self::Both | Self::Open | Self::Neither => &[
                "The Staff Engineer’s Path (Tanya Reilly)",
                "Staff Engineer (Will Larson)",
                "A Philosophy of Software Design (John Ousterhout)",
            ],
        }
    }
}
