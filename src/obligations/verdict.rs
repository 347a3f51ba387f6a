//! What a verdict is.

/// The words of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Word {
    /// The promise is kept.
    Fulfilled,
    /// A promise with "ca." is kept.
    InRange,
    /// The year runs; what is held and planned is enough. Or minutes of a meeting are still in their time.
    OnTrack,
    /// The year runs; what is held and planned is not enough yet.
    AtRisk,
    /// The year is over and declared complete, and it was not enough.
    NotFulfilled,
    /// A promise with "ca." in a complete year with clearly less; a note, never "not kept".
    BelowRange,
    /// Too little is published to say anything.
    Incomplete,
    /// Nothing is promised for this time, nothing is due yet, or nobody can count it.
    NotApplicable,
}

impl Word {
    /// All words.
    pub const ALL: [Word; 8] = [
        Word::Fulfilled,
        Word::InRange,
        Word::OnTrack,
        Word::AtRisk,
        Word::NotFulfilled,
        Word::BelowRange,
        Word::Incomplete,
        Word::NotApplicable,
    ];

    /// The word for readers.
    pub fn german(self) -> &'static str {
        match self {
            Word::Fulfilled => "erfüllt",
            Word::InRange => "im Rahmen",
            Word::OnTrack => "auf Kurs",
            Word::AtRisk => "gefährdet",
            Word::NotFulfilled => "nicht erfüllt",
            Word::BelowRange => "unter dem Rahmen",
            Word::Incomplete => "keine vollständigen Angaben",
            Word::NotApplicable => "nicht anwendbar",
        }
    }

    /// The word for machines, stable.
    pub fn key(self) -> &'static str {
        match self {
            Word::Fulfilled => "erfuellt",
            Word::InRange => "im-rahmen",
            Word::OnTrack => "auf-kurs",
            Word::AtRisk => "gefaehrdet",
            Word::NotFulfilled => "nicht-erfuellt",
            Word::BelowRange => "unter-dem-rahmen",
            Word::Incomplete => "keine-vollstaendigen-angaben",
            Word::NotApplicable => "nicht-anwendbar",
        }
    }

    /// How good it is: more meetings held or planned and more reports never lower it, nor does more said about a meeting
    /// (its invitation, its minutes). `None` where nothing is judged.
    pub fn rank(self) -> Option<u8> {
        match self {
            Word::NotFulfilled | Word::BelowRange => Some(0),
            Word::Incomplete => Some(1),
            Word::AtRisk => Some(2),
            Word::OnTrack => Some(3),
            Word::Fulfilled | Word::InRange => Some(4),
            Word::NotApplicable => None,
        }
    }
}

/// A promise in a year, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Id of the obligation.
    pub obligation: String,
    /// Calendar year.
    pub year: i32,
    /// The verdict.
    pub word: Word,
    /// Why, one German sentence or two.
    pub sentence: String,
    /// Keys of the meetings and reports it rests on, in order of their days.
    pub records: Vec<String>,
    /// How many were held, where something is counted.
    pub held: u32,
    /// How many are planned, where something is counted.
    pub planned: u32,
    /// How many are agreed, where something is counted.
    pub agreed: Option<u32>,
}

impl Verdict {
    /// A verdict without counts.
    pub(super) fn new(obligation: &str, year: i32, word: Word, sentence: impl Into<String>) -> Verdict {
        let (obligation, sentence) = (obligation.to_owned(), sentence.into());
        Verdict { obligation, year, word, sentence, records: Vec::new(), held: 0, planned: 0, agreed: None }
    }

    /// The same with the records it rests on.
    pub(super) fn on(mut self, records: Vec<String>) -> Verdict {
        self.records = records;
        self
    }
}
