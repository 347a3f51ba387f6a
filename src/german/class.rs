//! What a word may be in a sentence, as a set of flags. Never a decision: rules look for several flags at once.

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Class(pub(super) u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:expr;)*) => {
        impl Class {
            $($(#[$doc])* pub const $name: Class = Class(1 << $bit);)*
        }
    };
}

classes! {
    /// Article or pronoun before a noun.
    DET = 0;
    /// Article that may be genitive for sure words like "des", or with a noun in -s.
    DET_GEN = 1;
    /// d-word that may open a relative clause.
    D_REL = 2;
    /// welcher, welche, welches.
    WELCH = 3;
    /// Preposition.
    PREP = 4;
    /// Preposition that asks for the genitive.
    PREP_GEN = 5;
    /// Personal pronoun in the nominative.
    PERS = 6;
    /// Any pronoun that stands alone.
    PRON = 7;
    /// Negation.
    NEG = 8;
    /// und, oder, aber …
    COORD = 9;
    /// Word that may open a subordinate clause.
    SUBJ = 10;
    /// Word that does nothing else.
    SUBJ_SURE = 11;
    /// Question word.
    W_WORD = 12;
    /// Finite form of werden.
    WERDEN = 13;
    /// Finite form of sein.
    SEIN = 14;
    /// Finite form of haben.
    HABEN = 15;
    /// Modal verb, finite.
    MODAL = 16;
    /// Konjunktiv II.
    KJ2 = 17;
    /// Konjunktiv I that may be the first person too.
    KJ1 = 18;
    /// Name of a month.
    MONTH = 19;
    /// Day of the week.
    WEEKDAY = 20;
    /// Verb with a person in the dative.
    DATIVE_VERB = 21;
    /// Verb of saying or thinking.
    REPORTING = 22;
    /// Adverb.
    ADVERB = 23;
    /// Word in -er that is no adjective.
    NOT_ADJ = 24;
    /// Word that often begins a sentence.
    STARTER = 25;
    /// Adjective.
    ADJ = 26;
    /// Finite verb (present), may be an infinitive too.
    FIN = 27;
    /// Infinitive.
    INF = 28;
    /// Participle II.
    PP = 29;
    /// First past.
    PRT = 30;
    /// Infinitive with "zu" inside (anzubieten).
    ZU_INF = 31;
    /// A form seen only by its ending, in no list.
    GUESS = 32;
    /// Noun of the list.
    NOUN = 33;
    /// Word that carries an explanation: heißt, bedeutet, nennt …
    EXPLAINS = 34;
}

impl Class {
    /// Nothing known.
    pub const NONE: Class = Class(0);
    /// Any finite verb.
    pub const FINITE: Class = Class(
        Class::FIN.0 | Class::PRT.0 | Class::WERDEN.0 | Class::SEIN.0 | Class::HABEN.0 | Class::MODAL.0 | Class::KJ2.0,
    );

    /// Whether one of `other` is set.
    pub const fn any(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// This set less the other.
    pub const fn without(self, other: Class) -> Class {
        Class(self.0 & !other.0)
    }

    /// The class that a list file calls by this name.
    pub(crate) fn named(name: &str) -> Option<Class> {
        Some(match name {
            "det" => Class::DET,
            "detgen" => Class::DET_GEN,
            "drel" => Class::D_REL,
            "welch" => Class::WELCH,
            "prep" => Class::PREP,
            "prepgen" => Class::PREP_GEN,
            "pers" => Class::PERS,
            "pron" => Class::PRON,
            "neg" => Class::NEG,
            "coord" => Class::COORD,
            "subj" => Class::SUBJ,
            "subjsure" => Class::SUBJ_SURE,
            "wword" => Class::W_WORD,
            "werden" => Class::WERDEN,
            "sein" => Class::SEIN,
            "haben" => Class::HABEN,
            "modal" => Class::MODAL,
            "kj2" => Class::KJ2,
            "kj1" => Class::KJ1,
            "months" => Class::MONTH,
            "weekday" => Class::WEEKDAY,
            "dativeverb" => Class::DATIVE_VERB,
            "reporting" => Class::REPORTING,
            "adverb" => Class::ADVERB,
            "notadj" => Class::NOT_ADJ,
            "starter" => Class::STARTER,
            "explains" => Class::EXPLAINS,
            _ => return None,
        })
    }
}
