//! Takes a word in lower case, gives what it may be: a set of [`Class`] flags from closed lists of our own making
//! (`words/*.txt`) and from endings. Never a full grammar: a flag says "may be", and rules look for several at once.

use std::collections::HashMap;
use std::sync::LazyLock;

pub use super::class::Class;

/// Separable prefixes of verbs, longest first among those that begin alike.
const SEPARABLE: &[&str] = &[
    "zusammen", "zurück", "weiter", "wieder", "herunter", "hinunter", "heraus", "hinaus", "herein", "hinein", "vorbei",
    "voraus", "vorher", "fest", "fort", "statt", "bereit", "bekannt", "frei", "gleich", "klar", "sicher", "teil",
    "über", "unter", "durch", "entgegen", "dazu", "hinzu", "nieder", "her", "hin", "um", "ab", "an", "auf", "aus",
    "bei", "ein", "mit", "nach", "vor", "weg", "zu",
];

/// Prefixes that stay and take no "ge-".
const INSEPARABLE: &[&str] = &["be", "ent", "emp", "er", "ge", "miss", "ver", "zer", "über", "unter"];

/// Participles that look like the infinitive of the same verb; "wird bekommen" is future, not passive.
const SAME_AS_INFINITIVE: &[&str] = &[
    "bekommen",
    "gefallen",
    "erhalten",
    "behalten",
    "enthalten",
    "vergessen",
    "verlassen",
    "erfahren",
    "entkommen",
    "befallen",
    "verfallen",
    "gelassen",
    "vergeben",
    "ergeben",
    "begeben",
    "umgeben",
    "verhalten",
    "zerfallen",
];

struct Lexicon {
    words: HashMap<Box<str>, Class, Hasher>,
}

/// FNV-1a: words are short and no one chooses them to harm us.
#[derive(Clone, Copy, Default)]
pub(crate) struct Hasher;

impl std::hash::BuildHasher for Hasher {
    type Hasher = Fnv;
    fn build_hasher(&self) -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

pub(crate) struct Fnv(u64);

impl std::hash::Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = (self.0 ^ u64::from(*b)).wrapping_mul(0x100_0000_01b3);
        }
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

/// Words of a list file: `#` begins a comment line.
pub(crate) fn list(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|l| !l.starts_with('#')).flat_map(str::split_whitespace)
}

impl Lexicon {
    fn build() -> Lexicon {
        let mut lexicon = Lexicon { words: HashMap::with_capacity_and_hasher(32_000, Hasher) };
        lexicon.weak(include_str!("words/weak_verbs.txt"));
        lexicon.strong(include_str!("words/strong_verbs.txt"));
        for w in list(include_str!("words/adjectives.txt")) {
            lexicon.set(w, Class::ADJ);
            for ending in ["e", "en", "er", "es", "em"] {
                lexicon.add(&format!("{w}{ending}"), Class::ADJ);
            }
        }
        for line in include_str!("words/function_words.txt").lines().filter(|l| !l.starts_with('#')) {
            let mut words = line.split_whitespace();
            let Some(class) = words.next().and_then(Class::named) else {
                continue;
            };
            for w in words {
                lexicon.add(w, class);
                // A closed word is no guess of a verb or a participle.
                if class.any(Class::DET.or(Class::PREP).or(Class::ADVERB).or(Class::NEG).or(Class::SUBJ_SURE)) {
                    lexicon.clear(w, Class::FIN.or(Class::INF).or(Class::PP).or(Class::PRT));
                }
            }
        }
        for w in ["heißt", "macht", "braucht", "gibt", "geht", "liegt", "steht", "kostet"] {
            lexicon.clear(w, Class::PP);
        }
        for w in ["gewesen", "geworden", "gekonnt", "gewollt", "gehabt", "gemusst"] {
            lexicon.add(w, Class::PP);
        }
        for w in ["kannte", "nannte"] {
            lexicon.add(w, Class::PRT);
        }
        for w in list(include_str!("words/nouns.txt")) {
            lexicon.add(w, Class::NOUN);
        }
        lexicon
    }

    fn add(&mut self, word: &str, class: Class) {
        match self.words.get_mut(word) {
            Some(c) => *c = c.or(class),
            None => {
                self.words.insert(word.into(), class);
            }
        }
    }

    /// Gives a word this class and takes the verb classes away.
    fn set(&mut self, word: &str, class: Class) {
        self.words.insert(word.into(), class);
    }

    fn clear(&mut self, word: &str, class: Class) {
        if let Some(c) = self.words.get_mut(word) {
            *c = c.without(class);
        }
    }

    fn weak(&mut self, verbs: &str) {
        for infinitive in list(verbs) {
            self.add(infinitive, Class::INF.or(Class::FIN));
            let Some(stem) = infinitive.strip_suffix("en").or_else(|| infinitive.strip_suffix('n')) else {
                continue;
            };
            let e = needs_e(stem);
            self.add(&format!("{stem}{e}t"), Class::FIN);
            self.add(&format!("{stem}e"), Class::FIN);
            for ending in ["te", "ten"] {
                self.add(&format!("{stem}{e}{ending}"), Class::PRT);
            }
            let prefixed = infinitive.ends_with("ieren")
                || INSEPARABLE.iter().any(|p| infinitive.starts_with(p) && infinitive.len() > p.len() + 4);
            let participle = if prefixed { format!("{stem}{e}t") } else { format!("ge{stem}{e}t") };
            self.add(&participle, Class::PP);
        }
    }

    fn strong(&mut self, verbs: &str) {
        for line in verbs.lines().filter(|l| !l.starts_with('#')) {
            let mut f = line.split_whitespace();
            let (Some(inf), Some(third), Some(past), Some(_), Some(pp)) =
                (f.next(), f.next(), f.next(), f.next(), f.next())
            else {
                continue;
            };
            for prefix in [""].iter().chain(INSEPARABLE.iter()) {
                // "gefahren" and "gebracht" are participles, not verbs with "ge-".
                if *prefix == "ge" && !matches!(inf, "fallen" | "hören" | "denken" | "winnen" | "stehen") {
                    continue;
                }
                self.add(&format!("{prefix}{inf}"), Class::INF.or(Class::FIN));
                self.add(&format!("{prefix}{third}"), Class::FIN);
                self.add(&format!("{prefix}{past}"), Class::PRT);
                let plural = if past.ends_with('e') { format!("{prefix}{past}n") } else { format!("{prefix}{past}en") };
                self.add(&plural, Class::PRT);
                let participle = match pp.strip_prefix("ge") {
                    Some(rest) if !prefix.is_empty() => format!("{prefix}{rest}"),
                    _ => format!("{prefix}{pp}"),
                };
                self.add(&participle, Class::PP);
            }
        }
        for w in SAME_AS_INFINITIVE {
            self.clear(w, Class::PP);
        }
        // Forms the prefixes make that are other words.
        for w in ["bekannt", "entlang", "unter", "über", "verwandt", "verwandte", "verwandten", "bekannte", "bekannten"]
        {
            self.words.remove(w);
        }
    }
}

fn needs_e(stem: &str) -> &'static str {
    let mut back = stem.chars().rev();
    match (back.next(), back.next()) {
        (Some('t' | 'd'), _) => "e",
        (Some('n' | 'm'), Some(c))
            if !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'ä' | 'ö' | 'ü' | 'h' | 'l' | 'r' | 'n' | 'm') =>
        {
            "e"
        }
        _ => "",
    }
}

/// Classes of a word given in lower case. Unknown words get classes from prefix and ending, marked [`Class::GUESS`].
pub fn classes(lower: &str) -> Class {
    let lexicon = &*LEXICON;
    let listed = lexicon.words.get(lower).copied().unwrap_or(Class::NONE);
    // How a verb is used says nothing about its form; "angehört" is read on.
    let use_only = Class::DATIVE_VERB.or(Class::REPORTING);
    if listed.without(use_only) != Class::NONE {
        return listed;
    }
    listed.or(by_prefix(lexicon, lower))
}

/// Classes of a word that stands in no list: what is left after a prefix may.
fn by_prefix(lexicon: &Lexicon, lower: &str) -> Class {
    let mut found = Class::NONE;
    for prefix in SEPARABLE {
        let Some(rest) = lower.strip_prefix(prefix) else {
            continue;
        };
        if let Some(zu) = rest.strip_prefix("zu")
            && lexicon.words.get(zu).is_some_and(|c| c.any(Class::INF))
        {
            return Class::ZU_INF;
        }
        if let Some(c) = lexicon.words.get(rest) {
            let verb = Class(c.0 & (Class::FIN.0 | Class::INF.0 | Class::PP.0 | Class::PRT.0));
            if verb != Class::NONE {
                // "anbieten" splits in main clauses, so a joined form is verb-final; that is what the rules ask.
                found = found.or(verb);
                break;
            }
        }
    }
    if found == Class::NONE {
        for prefix in INSEPARABLE.iter().filter(|p| **p != "ge") {
            let Some(rest) = lower.strip_prefix(*prefix) else {
                continue;
            };
            let Some(c) = lexicon.words.get(rest).filter(|_| rest.len() >= 5) else {
                continue;
            };
            found = found.or(Class(c.0 & (Class::FIN.0 | Class::INF.0 | Class::PRT.0)));
            // A weak verb with such a prefix has one form for "er verkauft" and "hat verkauft".
            if c.any(Class::FIN) && rest.ends_with('t') {
                found = found.or(Class::PP);
            }
        }
    }
    if found == Class::NONE { guess(lower) } else { found }
}

/// Classes by prefix and ending alone.
fn guess(lower: &str) -> Class {
    let n = lower.len();
    let ending = lower.ends_with('t') || lower.ends_with("en");
    let prefixed = ["be", "ver", "er", "ent", "zer"].iter().any(|p| lower.starts_with(p));
    let no_verb = lower.ends_with("haft") || lower.ends_with("echt");
    let separable = || {
        let ge = |p: &&str| lower.strip_prefix(*p).is_some_and(|r| r.starts_with("ge") && r.len() >= 6);
        SEPARABLE.iter().any(ge)
    };
    let class = if n >= 6 && lower.starts_with("ge") && ending {
        Class::PP
    } else if n >= 6 && (lower.ends_with("iert") || (n >= 7 && lower.ends_with('t') && prefixed && !no_verb)) {
        Class::PP.or(Class::FIN)
    } else if n >= 8 && ending && separable() {
        Class::PP
    } else if n >= 6 && lower.ends_with("ieren") {
        Class::INF.or(Class::FIN)
    } else {
        return Class::NONE;
    };
    class.or(Class::GUESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_forms() {
        for (word, class) in [
            ("beschlossen", Class::PP),
            ("angeboten", Class::PP),
            ("geprüft", Class::PP),
            ("bezahlt", Class::PP),
            ("anzubieten", Class::ZU_INF),
            ("arbeitete", Class::PRT),
            ("ging", Class::PRT),
            ("hilft", Class::FIN),
            ("teilnehmen", Class::INF),
            ("weitergegeben", Class::PP),
            ("digitalisiert", Class::PP),
            ("wird", Class::WERDEN),
            ("öffnet", Class::FIN),
            ("würde", Class::KJ2),
        ] {
            assert!(classes(word).any(class), "{word} {:?}", classes(word));
        }
    }

    #[test]
    fn takes_no_false_form() {
        for (word, class) in [
            ("bekannt", Class::PP),
            ("bekommen", Class::PP),
            ("bereit", Class::FIN),
            ("leicht", Class::FIN.or(Class::PP)),
            ("nicht", Class::FIN),
            ("recht", Class::PP),
            ("krankenhaus", Class::PP),
            ("gut", Class::PP),
        ] {
            assert!(!classes(word).any(class), "{word} {:?}", classes(word));
        }
    }
}
