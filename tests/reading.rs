//! What helps to read and to take along: the printed agreement, downloads, pictures, videos, ways on.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "sites/mod.rs"]
mod sites;

use klartext::pipeline::Outcome;
use sites::Site;

/// A finished page.
fn page(outcome: &Outcome, path: &str) -> String {
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    String::from_utf8(outcome.artifacts[path].bytes.to_vec()).unwrap()
}

#[test]
fn the_printed_agreement_leads_within_itself() {
    let agreement = "---\nart: vereinbarung\nid: v\ntitel: V\nregion: R\npartner: [lwv]\nin_kraft: 2021-06-01\n---\n\n## 1. Eins {#nr-1}\n\n\
        Mehr in [Zwei](#nr-2), in der [Anlage](anlage.md#teil), bei den [Gremien](gremien/kok.md).[^1]\n\n\
        [^1]: Eine Notiz.\n\n## 2. Zwei {#nr-2}\n\nText.[^2]\n\n[^2]: Noch eine.\n";
    let annex = "---\nart: anlage\nid: a\nnummer: 1\ntitel: Anlage 1\n---\n\nText.[^1]\n\n## Teil {#teil}\n\n\
        Zurück zu [Eins](v.md#nr-1).\n\n[^1]: Eine Notiz der Anlage.\n";
    let outcome = Site::base().file("v.md", agreement).file("anlage.md", annex).run();
    let html = page(&outcome, "v/drucken/index.html");
    for link in ["#nr-2", "#anlage-1-teil", "#nr-1", "https://example.org/gremien/kok/"] {
        assert!(html.contains(&format!("href=\"{link}\"")), "{link}: {html}");
    }
    // Each part has its own notes: the finished page is checked for doubled ids.
    for note in ["nr-1-fussnote-1", "nr-2-fussnote-1", "anlage-1-fussnote-1"] {
        assert!(html.contains(&format!("<li id=\"{note}\">")), "{note}");
    }
    let on_screen = page(&outcome, "v/index.html");
    assert!(on_screen.contains("<a href=\"/v/drucken/\">Ganze Vereinbarung mit Anlagen drucken</a>"));
}

#[test]
fn a_pictogram_is_drawn_beside_the_text() {
    let easy = "---\nart: fassung\ntitel: S\n---\n\n![](bild:vertrag)\n\nDas ist ein Vertrag.\n\n## Mehr\n\n![Ein Haus](bild:haus)\n";
    let page_of = |site: Site| page(&site.file("index.leicht.md", easy).run(), "leicht/index.html");
    let html = page_of(Site::base());
    assert!(html.contains("<div class=\"pic\"><svg class=\"sign\" viewBox=\"0 0 48 48\""), "{html}");
    // Words that say the same make it silent; words of its own give it a name.
    assert!(html.contains("aria-hidden=\"true\" focusable=\"false\"><path d=\"M10 5"));
    assert!(html.contains("role=\"img\" focusable=\"false\"><title>Ein Haus</title>"));
    // A site may draw its own.
    let own = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M1 1h7\"/></svg>";
    let html = page_of(Site::base().file("themes/standard/bilder/vertrag.svg", own));
    assert!(html.contains("viewBox=\"0 0 9 9\"") && html.contains("M1 1h7"), "{html}");
}

// --- files to take along ---

#[test]
fn a_link_to_a_file_says_kind_and_true_size_once() {
    let text = "---\nart: seite\nid: s\ntitel: S\n---\n[Plan](plan.txt), [Plan (TXT)](plan.txt), [Plan (TXT, 9 Byte)](plan.txt)\n";
    let outcome = Site::base().file("plan.txt", "Tag;Ort\n1").file("s.md", text).run();
    let html = page(&outcome, "s/index.html");
    for words in ["Plan (TXT, 9 Byte)", "Plan (TXT) (9 Byte)", "Plan (TXT, 9 Byte)"] {
        assert!(html.contains(&format!("<a href=\"/plan.txt\">{words}</a>")), "{words}: {html}");
    }
    assert_eq!(outcome.artifacts["plan.txt"].bytes.len(), 9);
}

// --- sign language ---

/// An MP4 file without pictures: 640 × 360, 125 seconds.
fn film() -> Vec<u8> {
    let boxed = |name: &[u8; 4], content: Vec<u8>| -> Vec<u8> {
        [&(content.len() as u32 + 8).to_be_bytes()[..], name, &content].concat()
    };
    let head = boxed(b"mvhd", [&[0; 12][..], &1000_u32.to_be_bytes(), &125_400_u32.to_be_bytes(), &[0; 80]].concat());
    let sound = boxed(b"trak", boxed(b"tkhd", vec![0; 84]));
    let size = [(640_u32 << 16).to_be_bytes(), (360_u32 << 16).to_be_bytes()].concat();
    let picture = boxed(b"trak", boxed(b"tkhd", [&[0; 76][..], &size].concat()));
    [boxed(b"ftyp", b"isom\0\0\0\0".to_vec()), boxed(b"moov", [head, sound, picture].concat())].concat()
}

const SIGNED: &str = "---\nart: seite\nid: s\ntitel: Seite\ndgs:\n  datei: film.mp4\n  standbild: film.svg\n  untertitel: film.vtt\n  \
                      abschrift: \"#abschrift\"\n---\nText.\n\n## Abschrift {#abschrift}\n\nGuten Tag.\n";

fn signed() -> Site {
    Site::base()
        .file("film.mp4", film())
        .file("film.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>")
        .file("film.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nGuten Tag.\n")
        .file("s.md", SIGNED)
}

#[test]
fn a_video_comes_with_all_that_must_go_with_it() {
    let outcome = signed().run();
    let html = page(&outcome, "s/index.html");
    for part in [
        "<video controls preload=\"none\" width=\"640\" height=\"360\" poster=\"/film.svg\"",
        "<track kind=\"captions\" srclang=\"de\" label=\"Untertitel\" src=\"/film.vtt\" default>",
        &format!(
            "<a href=\"/film.mp4\" download>Video herunterladen (Video, MP4, {} Byte, 2 Minuten 5 Sekunden)</a>",
            film().len()
        ),
        "<a href=\"/s/#abschrift\">Text des Videos zum Lesen</a>",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(!html.contains("autoplay"));
    let list = page(&outcome, "gebaerdensprache/index.html");
    assert!(list.contains("<a href=\"/s/#gebaerden-video\">Seite</a>"), "{list}");
    // The way there is on every page, as soon as there is a video, and not before.
    let link = "<a href=\"/gebaerdensprache/\">";
    assert!(page(&outcome, "gremien/kok/index.html").contains(link));
    let without = Site::base().run();
    assert!(!page(&without, "gremien/kok/index.html").contains("ebärden"));
    assert!(!without.artifacts.contains_key("gebaerdensprache/index.html"));
}

#[test]
fn a_video_without_its_company_is_not_published() {
    for (key, line) in [
        ("standbild", "  standbild: film.svg\n"),
        ("untertitel", "  untertitel: film.vtt\n"),
        ("abschrift", "  abschrift: \"#abschrift\"\n"),
    ] {
        let outcome = signed().file("s.md", SIGNED.replacen(line, "", 1)).run();
        let found = outcome.findings.iter().find(|f| f.code == "front/missing-key").unwrap();
        assert!(found.message.contains(key), "{}", found.message);
    }
    let foreign = SIGNED.replacen("film.mp4", "https://example.org/film.mp4", 1);
    for (what, site) in [
        ("foreign", signed().file("s.md", foreign)),
        ("no film", signed().file("film.mp4", "RIFF")),
        ("no captions", signed().file("film.vtt", "Guten Tag.")),
    ] {
        assert!(site.run().findings.iter().any(|f| f.code == "video/file"), "{what}");
    }
}

#[test]
fn a_start_page_begins_with_what_there_is() {
    let easy = "---\nart: fassung\ntitel: S\n---\n\nDas ist leicht.\n";
    let html = page(&signed().file("index.leicht.md", easy).run(), "index.html");
    let ways = html.split("<ul class=\"bare row ways\">").nth(1).unwrap().split("</nav>").next().unwrap();
    for link in ["<a href=\"/leicht/\" hreflang=\"de-simple\">", "<a href=\"/gebaerdensprache/\">"] {
        assert!(ways.contains(link), "{ways}");
    }
    assert!(!page(&Site::base().run(), "index.html").contains("row ways"));
}

#[test]
fn a_start_page_counts_what_is_there_and_nothing_invented() {
    let meeting = |more: &str| {
        format!(
            "---\nart: sitzung\nid: m\ngremium: kok\ndatum: 2026-05-12\nstand: stattgefunden\n{more}---\n\
             ## TOP 1: Anfang\n\n> [!Beschluss]\n> Es geht los.\n"
        )
    };
    let over = "---\nart: gremium\nid: alt\ntitel: Alt\ngruppe: zielgruppenspezifisch\n\
                turnus: 2x jährlich\ngueltig_bis: 2025-12-31\n---\nText.\n";
    let glance = |more: &str| {
        let site = Site::base().file("gremien/alt.md", over).file("sitzungen/m.md", meeting(more));
        let html = page(&site.run(), "index.html");
        html.split("id=\"blick\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned()
    };
    // The meeting of the base site is invented, and one body has ended.
    let invented = glance("beispiel: true\n");
    assert!(invented.contains("<b>1</b> Gremium<"), "{invented}");
    assert!(!invented.contains("Sitzung") && !invented.contains("Beschluss"), "{invented}");
    let real = glance("");
    for words in ["<b>1</b> Gremium<", "<b>1</b> gehaltene Sitzung<", "<b>1</b> Beschluss<"] {
        assert!(real.contains(words), "{words}: {real}");
    }
}

// --- pictures ---

/// A photo of no place: stripes, `width` × `height`.
fn photo(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
    let stripes =
        image::RgbImage::from_fn(width, height, |x, y| image::Rgb([(x * 7) as u8, (y * 5) as u8, (x ^ y) as u8]));
    let mut out = std::io::Cursor::new(Vec::new());
    stripes.write_to(&mut out, format).unwrap();
    out.into_inner()
}

#[test]
fn a_wide_photo_comes_in_sizes_that_save_bytes() {
    let text =
        "---\nart: seite\nid: s\ntitel: S\n---\n![Ein Haus](Foto.jpg)\n\n![Ein Zaun](zaun.png)\n\n[Foto](Foto.jpg)\n";
    let site = Site::base()
        .file("Foto.jpg", photo(1600, 800, image::ImageFormat::Jpeg))
        .file("zaun.png", photo(300, 200, image::ImageFormat::Png))
        .file("s.md", text);
    let outcome = site.run();
    let html = page(&outcome, "s/index.html");
    let copies: Vec<&String> = outcome.artifacts.keys().filter(|p| p.starts_with("assets/bilder/")).collect();
    let original = outcome.artifacts["Foto.jpg"].bytes.len();
    assert_eq!(copies.len(), 3, "{copies:?}");
    for (path, width) in copies.iter().zip([1280, 320, 640]) {
        let bytes = &outcome.artifacts[path.as_str()].bytes;
        let copy = image::load_from_memory(bytes).unwrap();
        assert_eq!((copy.width(), copy.height()), (width, width / 2), "{path}");
        assert!(bytes.len() < original);
        assert!(html.contains(&format!("/{path} {width}w")), "{html}");
    }
    // The first is fetched at once, the second when it is near; both keep their place on the page free.
    let large = copies[0];
    assert!(
        html.contains(&format!("<img src=\"/{large}\" alt=\"Ein Haus\" width=\"1280\" height=\"640\" srcset=\"")),
        "{html}"
    );
    let second =
        "<img src=\"/zaun.png\" alt=\"Ein Zaun\" width=\"300\" height=\"200\" loading=\"lazy\" decoding=\"async\" />";
    assert!(html.contains(second), "{html}");
    assert_eq!(html.matches("loading=").count(), 1);
    // A link leads to the photo itself.
    assert!(html.contains("<a href=\"/Foto.jpg\">Foto (Bild, JPG, "), "{html}");
    assert_eq!(site.run().artifacts, outcome.artifacts);
}

#[test]
fn a_photo_taken_upright_stands_upright_and_says_nothing_of_its_camera() {
    // EXIF: orientation 6, "turn by 90 degrees", and the name of a camera.
    let exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x0f\0\x02\0\0\0\x04CAM\0\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let plain = photo(1000, 500, image::ImageFormat::Jpeg);
    let length = (exif.len() as u16 + 2).to_be_bytes();
    let turned = [&plain[..2], &[0xff, 0xe1], &length, exif, &plain[2..]].concat();
    let picture = klartext::pictures::smaller(&turned).unwrap();
    assert_eq!((picture.width, picture.height), (500, 1000));
    assert_eq!((picture.copies[0].width, picture.copies[0].height), (320, 640));
    assert!(!picture.copies[0].bytes.windows(3).any(|w| w == b"CAM"));
    assert_eq!(klartext::pictures::smaller(b"no picture"), None);
    assert_eq!(klartext::pictures::smaller(&plain[..200]), None);
}

// --- ways on ---

#[test]
fn a_word_leads_to_where_it_is_used() {
    let word = "---\nart: wort\nid: beirat\ntitel: Beirat\n---\n\nEin Beirat spricht über Teilhabe.\n";
    let text = "---\nart: seite\nid: s\ntitel: Seite\n---\nEin Beirat und seine Teilhabe.\n";
    let outcome = Site::base().file("woerter/beirat.md", word).file("s.md", text).run();
    let related = |path: &str| {
        let html = page(&outcome, path);
        let nav = html.split("<nav class=\"related").nth(1).unwrap_or_default().to_owned();
        nav.split("</nav>").next().unwrap().to_owned()
    };
    let of_word = related("woerter/beirat/index.html");
    assert!(of_word.contains("<a href=\"/woerter/teilhabe/\">Teilhabe</a>"), "{of_word}");
    assert!(of_word.contains("<a href=\"/s/\">Seite</a>"), "{of_word}");
    assert!(!of_word.contains("/woerter/beirat/"));
    // Pages that have ways on of their own get none.
    assert_eq!(related("gremien/kok/index.html"), "");
}
