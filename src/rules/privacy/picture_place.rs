//! Pictures that tell where they were taken.

use crate::diagnostic::{Diagnostic, IN_WORDS, Place, Rule, Severity};
use std::sync::Arc;

/// `privacy/picture-place`
pub static RULE: Rule = Rule {
    code: "privacy/picture-place",
    severity: Severity::Error,
    title: "Bilder verraten nicht, wo sie aufgenommen sind.",
    why: "Klartext entfernt beim Veröffentlichen alle Angaben aus Bildern. Die Datei im Repository ist aber auch öffentlich, und dort steht der Ort noch.",
    wrong: &[(
        IN_WORDS,
        "Das Foto haus.jpg kommt von einem Handy. In der Datei steht der Ort, an dem es aufgenommen ist.",
    )],
    right: &[(IN_WORDS, "Das Foto haus.jpg ist ohne Ort gespeichert.")],
};

/// The finding for a picture with a place.
pub fn diagnose(file: &Arc<str>) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        file,
        Place::File,
        "In dieser Bilddatei steht, wo das Bild aufgenommen ist.",
        "Speichern Sie das Bild ohne Ort neu, zum Beispiel mit „Eigenschaften und persönliche Informationen entfernen“. Löschen Sie die alte Datei auch aus der Geschichte des Repositorys.",
    )
}
