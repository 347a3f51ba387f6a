//! What a site or a command may set for the linter. Never read from files here: the caller does.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Severity;
use crate::german::collate_key;

/// For whom a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Register {
    /// Leichte Sprache: all rules.
    #[default]
    Leicht,
    /// Standard language: the few rules that help every reader.
    Standard,
}

/// Whose rules decide where the sources differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// BITV 2.0 Anlage 2 Teil 2 and Netzwerk Leichte Sprache: hyphen in long words.
    #[default]
    Bitv,
    /// Duden Leichte Sprache (Bredel/Maaß 2016): Mediopunkt, main clauses only.
    Duden,
}

/// A glossary entry as the linter needs it.
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// The word to use.
    pub word: String,
    /// Other forms that are fine (acronym, split form).
    pub variants: Vec<String>,
    /// Words for the same thing that should not be used beside it.
    pub avoid: Vec<String>,
    /// The explanation in easy words.
    pub explanation: String,
}

/// Settings of one run.
#[derive(Debug, Clone)]
pub struct Options {
    /// For whom.
    pub register: Register,
    /// Whose rules.
    pub profile: Profile,
    /// Longest sentence in words without a warning.
    pub max_words: usize,
    /// Longest sentence in words without an error.
    pub max_words_error: usize,
    /// Most letters of a word without a joint.
    pub max_word_letters: usize,
    /// Most letters of a segment of a split word.
    pub max_segment_letters: usize,
    /// Words that are fine in spite of any rule on words, in lower case.
    pub allow_words: BTreeSet<String>,
    /// Names: free of the rules on words, in lower case.
    pub names: BTreeSet<String>,
    /// Acronyms everybody here knows, as written.
    pub acronyms: BTreeSet<String>,
    /// Hard words with easier ones, beside the built-in list: lower-case word → advice.
    pub hard_words: BTreeMap<String, String>,
    /// How to split words, beside the built-in splitter: lower-case joined word → split form.
    pub segments: BTreeMap<String, String>,
    /// Subordinate conjunctions that are fine at the start of a sentence.
    pub allow_subclause: BTreeSet<String>,
    /// The glossary.
    pub glossary: Vec<Term>,
    /// Severities by rule code; `None` switches a rule off.
    pub rules: BTreeMap<String, Option<Severity>>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            register: Register::Leicht,
            profile: Profile::Bitv,
            max_words: 12,
            max_words_error: 15,
            max_word_letters: 13,
            max_segment_letters: 15,
            allow_words: BTreeSet::new(),
            names: BTreeSet::new(),
            acronyms: BTreeSet::new(),
            hard_words: BTreeMap::new(),
            segments: BTreeMap::new(),
            allow_subclause: ["wenn", "weil", "dass", "damit", "ob"].map(String::from).into(),
            glossary: Vec::new(),
            rules: BTreeMap::new(),
        }
    }
}

impl Options {
    /// The settings for a register after a profile.
    pub fn new(register: Register, profile: Profile) -> Self {
        let mut options = Options::for_register(register);
        options.profile = profile;
        if profile == Profile::Duden {
            options.allow_subclause.clear();
        }
        options
    }

    /// The settings for a register. Standard language takes sentences of up to 25 words (error above 40).
    pub fn for_register(register: Register) -> Self {
        match register {
            Register::Leicht => Options::default(),
            Register::Standard => Options { register, max_words: 25, max_words_error: 40, ..Options::default() },
        }
    }

    /// The settings of the Duden profile: Mediopunkt, no subordinate clause at all.
    pub fn duden() -> Self {
        Options::new(Register::Leicht, Profile::Duden)
    }

    /// The sign that splits long words.
    pub fn joint(&self) -> char {
        match self.profile {
            Profile::Bitv => '-',
            Profile::Duden => '\u{b7}',
        }
    }

    /// Takes in a plain word list of editors, one word a line; `#` begins a comment.
    ///
    /// `Gelnhausen` may stay as it is; `evaluieren = prüfen` is a hard word with a better one; and
    /// `Gesamtplan = Gesamt-Plan` says how a word is split.
    pub fn add_words(&mut self, text: &str) {
        let lines = text.trim_start_matches('\u{feff}').lines().map(|l| l.split('#').next().unwrap_or("").trim());
        for line in lines.filter(|l| !l.is_empty()) {
            match line.split_once(" = ").map(|(word, advice)| (word.trim(), advice.trim().to_owned())) {
                Some((word, advice)) if collate_key(word) == collate_key(&advice) => {
                    self.segments.insert(word.to_lowercase(), advice);
                }
                Some((word, advice)) => {
                    self.hard_words.insert(word.to_lowercase(), advice);
                }
                None => {
                    self.allow_words.insert(line.to_lowercase());
                    self.names.insert(line.to_lowercase());
                    self.acronyms.insert(line.to_owned());
                }
            }
        }
    }

    /// Whether a word (lower case) is free of the rules on words.
    pub fn is_free(&self, lower: &str) -> bool {
        self.allow_words.contains(lower) || self.names.contains(lower)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_allow_replace_and_split() {
        let mut options = Options::default();
        options.add_words("# Namen\nGelnhausen  # Stadt\n\nevaluieren = prüfen\nGesamtplan = Gesamt-Plan\nLWV\n");
        assert!(options.is_free("gelnhausen") && options.acronyms.contains("LWV"));
        assert_eq!(options.hard_words["evaluieren"], "prüfen");
        assert_eq!(options.segments["gesamtplan"], "Gesamt-Plan");
        assert!(!options.hard_words.contains_key("gesamtplan"));
    }
}
