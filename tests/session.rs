//! Tests of a quiz session: what each press does, where Back leads, and what is saved.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ladder_explorer::quiz::{
    Answer, Effect, Event, Input, ItemKind, Progress, Quiz, Session, Stage, Today,
};

fn quiz() -> Quiz {
    Quiz::parse(include_str!("../ladders/quiz.json")).expect("the quiz that ships")
}

/// A session and its quiz.
struct Sitting {
    quiz: Quiz,
    session: Session,
}

impl Sitting {
    fn new(form: &str) -> Self {
        let session = Session::new(form, false);
        Self {
            quiz: quiz(),
            session,
        }
    }

    fn begun(form: &str) -> Self {
        let mut sitting = Self::new(form);
        sitting.send(Event::Start);
        sitting
    }

    fn send(&mut self, event: Event) -> Vec<Effect> {
        self.session.update(&self.quiz, event)
    }

    /// Answers the current question.
    fn answer(&mut self, answer: Answer) -> Vec<Effect> {
        let item = self.session.item(&self.quiz).expect("a question");
        let item = item.to_owned();
        self.send(Event::Give(Input::Answer(item, answer)))
    }

    /// Answers each of the next `count` questions for one side, and continues.
    fn answer_for(&mut self, count: usize, broad: bool) {
        for _ in 0..count {
            let item = self.session.item(&self.quiz).expect("a question");
            let is_broad = match &self.quiz.item(item).expect("an item").ask {
                ItemKind::Pair(_) => broad,
                ItemKind::Rating(rating) => {
                    let side = self
                        .quiz
                        .behaviour(&rating.behaviour)
                        .expect("its behaviour");
                    (side.side == Some(ladder_explorer::ladder::Side::Broad)) == broad
                }
            };
            self.answer(Answer::Category(if is_broad { 4 } else { 0 }));
            self.send(Event::Next);
        }
    }

    fn stage(&self) -> Stage {
        self.session.stage()
    }

    fn size(&self) -> usize {
        self.session.items(&self.quiz).len()
    }
}

// --- Starting ---

#[test]
fn a_start_asks_the_first_question_of_the_form_that_was_chosen() {
    let mut sitting = Sitting::new("standard");
    assert_eq!(sitting.send(Event::Choose("quick".to_owned())), []);
    let effects = sitting.send(Event::Start);
    assert_eq!(effects, [Effect::Begin, Effect::Enter(Stage::Question(0))]);
    assert_eq!(sitting.stage(), Stage::Question(0));
    assert_eq!(
        sitting.size(),
        sitting.quiz.form("quick").unwrap().items.len()
    );
    assert!(!sitting.session.is_restored());
}

#[test]
fn before_the_start_nothing_is_answered_saved_or_finished() {
    let mut sitting = Sitting::new("quick");
    let given = Event::Give(Input::Answer("p01".to_owned(), Answer::Category(1)));
    for event in [given, Event::Finish, Event::Next, Event::Back, Event::Skip] {
        let effects = sitting.send(event.clone());
        let saved = effects
            .iter()
            .any(|one| matches!(one, Effect::Save(_) | Effect::ShowResult));
        assert!(!saved, "{event:?}");
        assert_eq!(sitting.stage(), Stage::Start, "{event:?}");
        assert_eq!(sitting.session.progress(), None, "{event:?}");
    }
    for step in ["1", "review"] {
        sitting.send(Event::Open(Some(step.to_owned())));
        assert_eq!(sitting.stage(), Stage::Start, "{step}");
    }
}

#[test]
fn starting_over_forgets_the_answers_and_offers_nothing_that_they_earned() {
    let mut sitting = Sitting::begun("standard");
    sitting.answer_for(12, true);
    assert!(sitting.session.early_end().is_some());
    let progress = sitting.session.progress().cloned().unwrap();
    let mut restored = Sitting::new("quick");
    restored.session = Session::restored(&restored.quiz, progress);
    assert!(restored.session.is_restored() && restored.session.early_end().is_some());
    restored.send(Event::Start);
    assert!(!restored.session.is_restored());
    assert_eq!(restored.session.early_end(), None);
    assert_eq!(restored.session.open(&restored.quiz), restored.size());
    assert_eq!(restored.session.progress().unwrap().form, "standard");
}

// --- Answering ---

#[test]
fn an_answer_is_saved_and_does_not_move_on() {
    let mut sitting = Sitting::begun("quick");
    for answer in [Answer::Category(3), Answer::Category(0), Answer::NotSure] {
        let item = sitting.session.item(&sitting.quiz).unwrap().to_owned();
        let input = Input::Answer(item.clone(), answer);
        assert_eq!(sitting.answer(answer), [Effect::Save(input)]);
        assert_eq!(sitting.stage(), Stage::Question(0));
        assert_eq!(sitting.session.answer(&item), Some(answer));
    }
}

#[test]
fn next_without_an_answer_reminds_and_stays_and_skip_goes_on() {
    let mut sitting = Sitting::begun("quick");
    assert_eq!(sitting.send(Event::Next), []);
    assert!(sitting.session.is_reminded());
    assert_eq!(sitting.stage(), Stage::Question(0));
    sitting.answer(Answer::NotSure);
    assert!(!sitting.session.is_reminded(), "“not sure” is an answer");
    let effects = sitting.send(Event::Next);
    assert_eq!(effects, [Effect::Enter(Stage::Question(1))]);
    sitting.send(Event::Next);
    assert_eq!(
        sitting.send(Event::Skip),
        [Effect::Enter(Stage::Question(2))]
    );
    assert!(
        !sitting.session.is_reminded(),
        "the next question is another"
    );
}

#[test]
fn the_last_question_leads_to_the_end_and_back_leads_to_the_start() {
    let mut sitting = Sitting::begun("quick");
    let last = sitting.size() - 1;
    for _ in 0..last {
        sitting.send(Event::Skip);
    }
    assert_eq!(sitting.stage(), Stage::Question(last));
    assert_eq!(sitting.send(Event::Skip), [Effect::Enter(Stage::End)]);
    assert_eq!(
        sitting.send(Event::Skip),
        [Effect::Enter(Stage::End)],
        "nothing is after it"
    );
    assert_eq!(
        sitting.send(Event::Back),
        [Effect::Enter(Stage::Question(last))]
    );
    sitting.send(Event::Change(1));
    assert_eq!(
        sitting.send(Event::Back),
        [Effect::Enter(Stage::Question(0))]
    );
    assert_eq!(sitting.send(Event::Back), [Effect::Enter(Stage::Start)]);
}

#[test]
fn with_one_tap_an_answer_a_tap_goes_on_and_nothing_else_does() {
    let mut sitting = Sitting::begun("quick");
    let input = |sitting: &Sitting, category| {
        let item = sitting.session.item(&sitting.quiz).unwrap().to_owned();
        Input::Answer(item, Answer::Category(category))
    };
    let first = input(&sitting, 1);
    let effects = sitting.send(Event::Tap(first.clone()));
    assert_eq!(effects, [Effect::Save(first)], "it is off at first");
    sitting.send(Event::OneTap(true));
    let again = input(&sitting, 3);
    sitting.send(Event::Give(again.clone()));
    assert_eq!(sitting.stage(), Stage::Question(0), "an arrow key stays");
    let effects = sitting.send(Event::Tap(again.clone()));
    let next = Effect::Enter(Stage::Question(1));
    assert_eq!(effects, [Effect::Save(again), next]);
    for _ in 1..sitting.size() {
        let tapped = input(&sitting, 3);
        sitting.send(Event::Tap(tapped));
    }
    assert_eq!(sitting.stage(), Stage::End);
    assert_eq!(sitting.session.open(&sitting.quiz), 0);
}

#[test]
fn an_answer_changed_from_the_review_leads_back_to_its_row() {
    let mut sitting = Sitting::begun("quick");
    sitting.send(Event::Review);
    sitting.send(Event::Change(2));
    sitting.answer(Answer::Neither);
    let effects = sitting.send(Event::Next);
    assert_eq!(effects, [Effect::Enter(Stage::Review), Effect::FocusRow(2)]);
}

#[test]
fn what_the_weeks_hold_is_saved_and_can_be_taken_back() {
    let mut sitting = Sitting::begun("quick");
    for held in [Some(Today::MostWeeks), Some(Today::NotAtAll), None] {
        let input = Input::Today("untangle".to_owned(), held);
        let effects = sitting.send(Event::Give(input.clone()));
        assert_eq!(effects, [Effect::Save(input)]);
        assert_eq!(sitting.session.today("untangle"), held);
    }
    assert!(sitting.session.progress().unwrap().today.is_empty());
}

// --- The review ---

#[test]
fn the_review_counts_what_is_open_and_leads_to_each_and_back_to_its_row() {
    let mut sitting = Sitting::begun("quick");
    sitting.answer(Answer::Category(1));
    sitting.send(Event::Next);
    sitting.answer(Answer::NotSure);
    sitting.send(Event::Review);
    let (quiz, session) = (&sitting.quiz, &sitting.session);
    assert_eq!(session.counted(quiz), 1);
    assert_eq!(session.open(quiz), session.items(quiz).len() - 2);
    assert_eq!(
        sitting.send(Event::Change(4)),
        [Effect::Enter(Stage::Question(4))]
    );
    let back = sitting.send(Event::Return(Some("review".to_owned())));
    assert_eq!(back, [Effect::FocusRow(4)]);
    assert_eq!(sitting.stage(), Stage::Review);
    // Leads to the first open question and leaves the row.
    assert_eq!(
        sitting.send(Event::Questions),
        [Effect::Enter(Stage::Question(2))]
    );
    let back = sitting.send(Event::Return(Some("review".to_owned())));
    assert_eq!(back, [Effect::FocusHeading]);
}

#[test]
fn continue_goes_to_the_first_open_question_or_to_the_end() {
    let mut sitting = Sitting::begun("quick");
    sitting.answer_for(5, false);
    sitting.send(Event::Back);
    sitting.send(Event::Open(None));
    assert_eq!(sitting.stage(), Stage::Start);
    assert_eq!(
        sitting.send(Event::Continue),
        [Effect::Enter(Stage::Question(5))]
    );
    let left = sitting.size() - 5;
    sitting.answer_for(left, false);
    assert_eq!(sitting.stage(), Stage::End);
    sitting.send(Event::Open(None));
    assert_eq!(sitting.send(Event::Continue), [Effect::Enter(Stage::End)]);
    let last = sitting.size() - 1;
    assert_eq!(
        sitting.send(Event::Questions),
        [Effect::Enter(Stage::Question(last))]
    );
}

// --- The address ---

#[test]
fn each_stage_has_an_address_that_leads_back_to_it_and_no_other_text_does() {
    let mut sitting = Sitting::begun("quick");
    let of = sitting.size();
    for stage in (0..of)
        .map(Stage::Question)
        .chain([Stage::End, Stage::Review])
    {
        let step = stage.step();
        assert!(step.is_some());
        for event in [Event::Open(step.clone()), Event::Return(step)] {
            sitting.send(Event::Open(None));
            sitting.send(event);
            assert_eq!(sitting.stage(), stage);
        }
    }
    assert_eq!((Stage::Start.step(), Stage::Reply.step()), (None, None));
    let beyond = (of + 1).to_string();
    for strange in [
        "0",
        &beyond,
        "-1",
        "1.5",
        "Review",
        "",
        "99999999999999999999999",
    ] {
        sitting.send(Event::Open(Some(strange.to_owned())));
        assert_eq!(sitting.stage(), Stage::Start, "{strange}");
    }
}

// --- Ending ---

#[test]
fn an_early_end_is_offered_while_questions_are_open_and_taken_back_with_its_answer() {
    let mut sitting = Sitting::begun("standard");
    sitting.answer_for(11, true);
    assert_eq!(sitting.session.early_end(), None, "one too few");
    sitting.answer_for(1, true);
    assert_eq!(sitting.session.early_end(), Some(sitting.size() - 12));
    sitting.send(Event::Back);
    sitting.answer(Answer::NotSure);
    assert_eq!(sitting.session.early_end(), None, "eleven count");
    sitting.answer(Answer::Category(4));
    assert_eq!(sitting.send(Event::Finish), [Effect::ShowResult]);
    let mut short = Sitting::begun("quick");
    short.answer_for(12, true);
    assert_eq!(short.session.early_end(), None, "nothing is left to ask");
}

#[test]
fn a_colleague_saves_nothing_and_gets_to_the_link_that_goes_back() {
    let mut sitting = Sitting::new("standard");
    sitting.session = Session::new("standard", true);
    sitting.send(Event::Start);
    for at in 0..12 {
        assert_eq!(sitting.answer(Answer::Category(4)), []);
        assert_eq!(sitting.session.early_end(), None);
        sitting.send(Event::Next);
        assert_eq!(sitting.stage(), Stage::Question(at + 1));
    }
    assert_eq!(sitting.send(Event::Finish), [Effect::Enter(Stage::Reply)]);
}

// --- Other tabs ---

#[test]
fn what_is_saved_elsewhere_is_shown_where_one_is() {
    let mut sitting = Sitting::begun("quick");
    sitting.answer(Answer::Category(2));
    let mut saved = sitting.session.progress().cloned().unwrap();
    saved.take(&Input::Answer("p05".to_owned(), Answer::Category(4)));
    saved.take(&Input::Today(
        "untangle".to_owned(),
        Some(Today::NowAndThen),
    ));
    saved.form = "standard".to_owned();
    assert_eq!(sitting.send(Event::Saved(saved.clone())), []);
    assert_eq!(sitting.session.progress(), Some(&saved));
    assert_eq!(sitting.stage(), Stage::Question(0));
    assert_eq!(
        sitting.size(),
        sitting.quiz.form("standard").unwrap().items.len()
    );
    let mut fresh = Sitting::new("quick");
    fresh.send(Event::Saved(Progress::default()));
    assert_eq!(
        fresh.session.progress(),
        None,
        "before the start nothing is saved"
    );
}
