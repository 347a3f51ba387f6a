//! The output folder: the same bytes from the same sources, nothing touched without need, nothing lost, nothing mixed.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "cli/support.rs"]
mod support;

use klartext::emit::{EmitError, EmitReport, Staging, guard};
use klartext::model::{Artifact, Artifacts};
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use support::{DAY, Tree, build, content, copy_in_order, differences, files, folders, klartext, stderr, tree, write};

fn artifacts(files: &[(&str, &str)]) -> Artifacts {
    let origin = "".into();
    files.iter().map(|(path, text)| ((*path).to_owned(), Artifact::text((*text).to_owned(), &origin))).collect()
}

fn emit(artifacts: &Artifacts, out: &Path) -> Result<EmitReport, EmitError> {
    Staging::open(out)?.finish(artifacts, None)
}

fn temp() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

// --- the same sources, the same bytes ---

#[test]
fn two_builds_from_folders_in_another_order_are_the_same_to_the_byte() {
    let temp = temp();
    // Both outside of this repository: its history would be a source of the one and not of the other.
    let (here, there) = (temp.path().join("hier"), temp.path().join("an einem anderen Ort"));
    support::copy(&content(), &here);
    copy_in_order(&content(), &there, |files| files.reverse());
    let long_ago = std::time::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for file in files(&there) {
        let file = fs::OpenOptions::new().write(true).open(there.join(file)).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    let (a, b) = (temp.path().join("a"), temp.path().join("b"));
    build(&here, &a);
    build(&there, &b);
    assert!(files(&a).len() > 100);
    assert_eq!(differences(&tree(&a), &tree(&b)), Vec::<PathBuf>::new());
}

#[test]
fn what_has_not_changed_is_not_touched() {
    let temp = temp();
    let out = temp.path();
    let first = artifacts(&[("a.html", "A"), ("b/c.html", "C"), ("d.css", "D")]);
    emit(&first, out).unwrap();
    let look = |path: &str| {
        let data = fs::metadata(out.join(path)).unwrap();
        (data.ino(), data.mtime(), data.mtime_nsec(), data.ctime(), data.ctime_nsec())
    };
    let everything = ["a.html", "b/c.html", "d.css", "b", ".klartext", ".klartext/manifest.json"];
    let before: Vec<_> = everything.iter().map(|path| look(path)).collect();

    assert_eq!(emit(&first, out).unwrap(), EmitReport { written: 0, unchanged: 3, removed: 0 });
    assert_eq!(everything.iter().map(|path| look(path)).collect::<Vec<_>>(), before);

    let second = artifacts(&[("a.html", "B"), ("b/c.html", "C"), ("d.css", "D")]);
    assert_eq!(emit(&second, out).unwrap(), EmitReport { written: 1, unchanged: 2, removed: 0 });
    assert_ne!(look("a.html"), before[0]);
    assert_eq!([look("b/c.html"), look("d.css")], [before[1], before[2]]);
}

#[test]
fn a_build_with_nothing_to_do_looks_and_says_the_same() {
    let temp = temp();
    let (site, out) = (temp.path().join("site"), temp.path().join("out"));
    support::small_site(&site);
    write(&site, &[("lang.md", "---\nart: seite\nid: lang\ntitel: Lang\n---\nKein Link führt hierher.\n")]);
    let run = |day: &str| {
        let mut command = klartext();
        command.args(["build", "--timings", "--as-of", day, "--site"]).arg(&site).arg("--out").arg(&out);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let text = stderr(&output);
        let (times, rest): (Vec<&str>, Vec<&str>) = text.lines().partition(|l| l.ends_with(" ms"));
        let layout = times.iter().any(|l| l.contains("gestalten"));
        (layout, rest.into_iter().map(str::to_owned).collect::<Vec<_>>())
    };
    let look = || -> Vec<_> {
        let own = ["lock", "manifest.json", "stand.json"].map(|f| PathBuf::from(".klartext").join(f));
        let of = |file: PathBuf| fs::metadata(out.join(file)).map(|d| (d.ino(), d.ctime(), d.ctime_nsec())).unwrap();
        files(&out).into_iter().chain(own).map(of).collect()
    };
    run(DAY);
    let (wanted, before) = (tree(&out), look());
    let (layout, said) = run(DAY);
    assert!(!layout && said.last().unwrap().contains(" 0 neu geschrieben"), "{said:?}");
    assert!(said.iter().any(|line| line.contains("lang.md")), "{said:?}");
    assert_eq!(look(), before);

    // Whatever is no longer as it was left is looked at closely.
    let page = out.join("lang/index.html");
    let changes: [fn(&Path); 3] = [
        |root| {
            let page = root.join("out/lang/index.html");
            fs::write(&page, fs::read_to_string(&page).unwrap().replace("Kein", "Sein")).unwrap();
        },
        |root| fs::remove_file(root.join("out/lang/index.html")).unwrap(),
        |root| write(root, &[("site/plan.txt", "Plan")]),
    ];
    for change in changes {
        sleep(Duration::from_millis(20));
        change(temp.path());
        assert!(run(DAY).0);
        assert_eq!(fs::read(&page).unwrap(), wanted[Path::new("lang/index.html")]);
        assert!(!run(DAY).0);
    }
    assert!(run("2026-11-24").0);
}

// --- what goes, what stays ---

#[test]
fn old_files_and_empty_folders_go_and_foreign_ones_stay() {
    let temp = temp();
    let out = temp.path();
    emit(&artifacts(&[("a.html", "A"), ("b/c/d.html", "D"), ("e/f.html", "F")]), out).unwrap();
    write(out, &[("e/von-hand.txt", "H"), ("noch/einer.txt", "N")]);
    let report = emit(&artifacts(&[("a.html", "A")]), out).unwrap();
    assert_eq!(report, EmitReport { written: 0, unchanged: 1, removed: 2 });
    let names = ["a.html", "e/von-hand.txt", "noch/einer.txt"].map(PathBuf::from);
    assert_eq!(files(out), names);
    assert_eq!(folders(out), ["e", "noch"].map(PathBuf::from));
}

#[test]
fn a_foreign_file_in_the_way_is_named_and_never_lost() {
    // The second run must not take the file of the first for its own.
    let temp = temp();
    let out = temp.path();
    emit(&artifacts(&[("a.html", "A")]), out).unwrap();
    write(out, &[("neu/index.html", "von Hand")]);
    let before = tree(out);
    for _ in 0..2 {
        let error = emit(&artifacts(&[("a.html", "B"), ("neu/index.html", "N"), ("z/y.html", "Y")]), out).unwrap_err();
        assert!(matches!(&error, EmitError::InTheWay(path) if path.ends_with("neu/index.html")), "{error}");
        assert!(error.to_string().contains("ist im Weg"), "{error}");
        assert_eq!(differences(&tree(out), &before), Vec::<PathBuf>::new());
        assert_eq!(folders(out), ["neu"].map(PathBuf::from));
    }
}

#[test]
fn a_foreign_file_with_the_same_content_is_not_adopted() {
    let temp = temp();
    emit(&artifacts(&[("a.html", "A")]), temp.path()).unwrap();
    write(temp.path(), &[("robots.txt", "R")]);
    assert!(emit(&artifacts(&[("a.html", "A"), ("robots.txt", "R")]), temp.path()).is_err());
    emit(&artifacts(&[("a.html", "A")]), temp.path()).unwrap();
    assert_eq!(fs::read_to_string(temp.path().join("robots.txt")).unwrap(), "R");
}

#[test]
fn files_and_folders_of_earlier_builds_change_places() {
    let temp = temp();
    let out = temp.path();
    let as_file = artifacts(&[("a", "A"), ("b/x/y.html", "Y"), ("b/z.html", "Z")]);
    let as_folder = artifacts(&[("a/b.html", "AB"), ("a/c/d.html", "AD"), ("b", "B")]);
    for next in [&as_file, &as_folder, &as_file] {
        emit(next, out).unwrap();
        let wanted: Tree = next.iter().map(|(path, a)| (PathBuf::from(path), a.bytes.to_vec())).collect();
        assert_eq!(tree(out), wanted);
    }
    assert_eq!(folders(out), ["b", "b/x"].map(PathBuf::from));
}

#[test]
fn foreign_things_in_the_way_of_files_and_folders_stay() {
    /// What stands in the way, and who puts it there.
    type Case = (&'static str, fn(&Path));
    let cases: [Case; 5] = [
        ("a", |out| write(out, &[("a/von-hand.txt", "H")])),
        ("a", |out| fs::create_dir(out.join("a")).unwrap()),
        ("b/c", |out| write(out, &[("b", "H")])),
        ("b/c", |out| symlink("/tmp", out.join("b")).unwrap()),
        ("a", |out| symlink("nirgends", out.join("a")).unwrap()),
    ];
    for (wanted, put) in cases {
        let temp = temp();
        let out = temp.path();
        emit(&artifacts(&[("index.html", "I")]), out).unwrap();
        put(out);
        let (before, folders_before) = (files(out), folders(out));
        let error = emit(&artifacts(&[("index.html", "J"), (wanted, "W")]), out).unwrap_err();
        assert!(matches!(error, EmitError::InTheWay(_)), "{wanted}: {error}");
        assert_eq!((files(out), folders(out)), (before, folders_before), "{wanted}");
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "I");
    }
}

#[test]
fn a_link_in_place_of_our_folder_leads_no_deletion_astray() {
    let temp = temp();
    let (out, other) = (temp.path().join("out"), temp.path().join("other"));
    emit(&artifacts(&[("index.html", "I"), ("a/b.html", "B")]), &out).unwrap();
    write(&other, &[("b.html", "von Hand")]);
    fs::remove_dir_all(out.join("a")).unwrap();
    symlink(&other, out.join("a")).unwrap();
    assert_eq!(emit(&artifacts(&[("index.html", "I")]), &out).unwrap().removed, 0);
    assert_eq!(fs::read_to_string(other.join("b.html")).unwrap(), "von Hand");
}

#[test]
fn a_list_that_cannot_be_trusted_stops_the_build() {
    for list in [
        "{",
        "{\"version\":9,\"files\":[]}",
        "{\"version\":1,\"files\":[\"../b.html\"]}",
        "{\"version\":1,\"files\":[\"/b.html\"]}",
    ] {
        let temp = temp();
        let out = temp.path().join("out");
        emit(&artifacts(&[("a.html", "A")]), &out).unwrap();
        write(temp.path(), &[("b.html", "fremd"), ("out/.klartext/manifest.json", list)]);
        let error = emit(&artifacts(&[("c.html", "C")]), &out).unwrap_err();
        assert!(matches!(error, EmitError::BadManifest(_)), "{list}: {error}");
        assert_eq!(files(temp.path()), ["b.html", "out/a.html"].map(PathBuf::from));
    }
}

// --- folders that may not become an output folder ---

#[test]
fn dangerous_folders_are_refused() {
    let temp = temp();
    let root = temp.path();
    write(root, &[("projekt/site/index.md", ""), ("fremd/brief.txt", ""), ("datei", "")]);
    fs::create_dir(root.join("leer")).unwrap();
    let site = root.join("projekt/site");
    symlink(&site, root.join("link-zur-site")).unwrap();
    symlink(root.join("projekt"), root.join("link-ueber-der-site")).unwrap();
    let home = std::env::home_dir().unwrap();
    let refused = [
        PathBuf::from("/"),
        home,
        site.clone(),
        site.join("public"),
        site.join("../site"),
        site.join("neu/../../site"),
        root.join("projekt"),
        root.to_path_buf(),
        root.join("leer/../projekt"),
        root.join("link-zur-site"),
        root.join("link-zur-site/public"),
        root.join("link-zur-site/.."),
        root.join("link-ueber-der-site"),
        root.join("link-ueber-der-site/site/neu"),
        root.join("fremd"),
        root.join("datei"),
        root.join("datei/darunter"),
    ];
    for out in refused {
        let message = guard(&out, &site).expect_err(&out.display().to_string());
        assert!(message.contains("--out"), "{}: {message}", out.display());
    }
    assert_eq!(files(&site), [PathBuf::from("index.md")]);
}

#[test]
fn empty_new_and_own_folders_are_accepted() {
    let temp = temp();
    let root = temp.path();
    write(root, &[("site/index.md", "")]);
    fs::create_dir(root.join("leer")).unwrap();
    emit(&artifacts(&[("a.html", "A")]), &root.join("eigen")).unwrap();
    write(root, &[("eigen/von-hand.txt", "H")]);
    symlink(root.join("leer"), root.join("link")).unwrap();
    // "sitemap" begins like "site" but is another folder.
    for out in ["leer", "eigen", "neu", "neu/darin", "link", "sitemap", "site/../neu"] {
        assert_eq!(guard(&root.join(out), &root.join("site")), Ok(()), "{out}");
    }
}

// --- trouble with the disk ---

/// A site with some pages, and a file of `kilobytes`.
fn site_with_file(folder: &Path, kilobytes: usize) {
    support::small_site(folder);
    fs::write(folder.join("plan.pdf"), vec![b'x'; kilobytes * 1024]).unwrap();
}

fn build_output(site: &Path, out: &Path) -> Command {
    let mut command = klartext();
    command.args(["build", "--as-of", DAY, "--site"]).arg(site).arg("--out").arg(out);
    command
}

#[test]
fn a_file_too_large_for_the_system_leaves_the_old_site_whole() {
    let temp = temp();
    let (site, out) = (temp.path().join("site"), temp.path().join("out"));
    site_with_file(&site, 4);
    build(&site, &out);
    let before = tree(&out);
    site_with_file(&site, 400);
    write(&site, &[("seite.md", "---\nart: seite\nid: seite\ntitel: Anders\n---\nAnders.\n")]);
    let result = Command::new("bash")
        .args(["-c", "ulimit -f 64 && exec \"$0\" \"$@\""])
        .arg(env!("CARGO_BIN_EXE_klartext"))
        .args(build_output(&site, &out).get_args())
        .output()
        .unwrap();
    assert_eq!(result.status.code(), Some(2), "{:?} {}", result.status, stderr(&result));
    assert!(stderr(&result).contains("plan.pdf"), "{}", stderr(&result));
    assert!(stderr(&result).contains("Die alte Fassung der Website ist unverändert."), "{}", stderr(&result));
    assert_eq!(differences(&tree(&out), &before), Vec::<PathBuf>::new());
    assert!(!out.join(".klartext/neu").exists());
    build(&site, &out);
    assert_ne!(tree(&out), before);
}

/// A mounted file system of 256 KiB, unmounted when dropped; `None` where mounting is not allowed.
struct TinyDisk(tempfile::TempDir);

impl TinyDisk {
    fn mount() -> Option<TinyDisk> {
        let folder = temp();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=256k", "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status();
        mounted.is_ok_and(|status| status.success()).then(|| TinyDisk(folder))
    }
}

impl Drop for TinyDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_leaves_the_old_site_whole() {
    let Some(disk) = TinyDisk::mount() else {
        println!("skipped: mounting a small file system is not allowed here");
        return;
    };
    let temp = temp();
    let (site, out) = (temp.path().join("site"), disk.0.path().join("out"));
    site_with_file(&site, 4);
    build(&site, &out);
    let before = tree(&out);
    site_with_file(&site, 400);
    let result = build_output(&site, &out).output().unwrap();
    assert_eq!(result.status.code(), Some(2), "{}", stderr(&result));
    assert!(stderr(&result).contains("Der Datenträger ist voll."), "{}", stderr(&result));
    assert_eq!(differences(&tree(&out), &before), Vec::<PathBuf>::new());
    assert!(!out.join(".klartext/neu").exists());
}

#[test]
fn a_folder_without_the_right_to_write_is_named() {
    let temp = temp();
    let out = temp.path().join("out");
    emit(&artifacts(&[("a.html", "A")]), &out).unwrap();
    let rights = |mode| fs::set_permissions(out.join(".klartext"), std::os::unix::fs::PermissionsExt::from_mode(mode));
    rights(0o555).unwrap();
    if fs::write(out.join(".klartext/probe"), "").is_ok() {
        println!("skipped: rights do not bind this user");
        return;
    }
    let error = emit(&artifacts(&[("a.html", "B")]), &out).unwrap_err();
    rights(0o755).unwrap();
    assert!(error.to_string().contains("Die Rechte fehlen."), "{error}");
    assert_eq!(fs::read_to_string(out.join("a.html")).unwrap(), "A");
}

#[test]
fn a_path_below_a_file_is_no_folder() {
    let temp = temp();
    write(temp.path(), &[("datei", "D")]);
    let error = emit(&artifacts(&[("a.html", "A")]), &temp.path().join("datei/out")).unwrap_err();
    assert!(error.to_string().contains("Ein Teil dieses Pfads ist eine Datei."), "{error}");
    assert_eq!(fs::read_to_string(temp.path().join("datei")).unwrap(), "D");
}

#[test]
fn a_fault_that_only_finished_pages_show_leaves_the_old_site_whole() {
    let temp = temp();
    let (site, out) = (temp.path().join("site"), temp.path().join("out"));
    support::small_site(&site);
    build(&site, &out);
    let before = tree(&out);
    // All pages are new and lie ready before the last of them is looked at.
    let base = include_str!("../themes/standard/templates/base.html");
    let dead = base.replace("</main>", "<p><a href=\"/fehlt/\">Anfahrt</a></p></main>");
    write(&site, &[("themes/standard/templates/base.html", &dead)]);
    for out in [&out, &temp.path().join("neu")] {
        let result = build_output(&site, out).output().unwrap();
        assert_eq!(result.status.code(), Some(1), "{}", stderr(&result));
        assert!(stderr(&result).contains("link/dead"), "{}", stderr(&result));
        assert!(!out.join(".klartext/neu").exists());
    }
    assert_eq!(differences(&tree(&out), &before), Vec::<PathBuf>::new());
    assert_eq!(files(&temp.path().join("neu")), Vec::<PathBuf>::new());
    fs::remove_file(site.join("themes/standard/templates/base.html")).unwrap();
    build(&site, &temp.path().join("neu"));
    assert_eq!(differences(&tree(&temp.path().join("neu")), &before), Vec::<PathBuf>::new());
}

// --- two at once, and killed ones ---

/// Two sites that differ in every page, in files, and in what is a file and what a folder.
fn sites(root: &Path) -> [PathBuf; 2] {
    ["a", "b"].map(|name| {
        let site = root.join(name);
        support::small_site(&site);
        let settings = fs::read_to_string(site.join("site.yaml")).unwrap();
        let mut links = String::new();
        for number in 0..30 {
            let text =
                format!("---\nart: seite\nid: s-{number}\ntitel: Seite {number} {name}\n---\nText von {name}.\n");
            // The same address from another source, and pages that only one of the two has.
            let file = match (number % 10, name) {
                (0, "a") => format!("thema/s-{number}/index.md"),
                (1, _) => format!("nur-{name}/tief/s-{number}.md"),
                _ => format!("thema/s-{number}.md"),
            };
            links.push_str(&format!("- [{number}]({file})\n"));
            write(&site, &[(&file, &text)]);
        }
        for number in 0..160 {
            let place = if number % 4 == 0 { format!("dateien-{name}") } else { "dateien".to_owned() };
            write(&site, &[(&format!("{place}/{number}.txt"), &format!("{name} {number}\n").repeat(200))]);
        }
        let (file, folder) =
            (("ordner/oder-datei.txt", "eine Datei"), ("ordner/oder-datei.txt/inhalt.txt", "ein Ordner"));
        write(&site, &[if name == "a" { file } else { folder }]);
        write(
            &site,
            &[
                ("site.yaml", &settings.replace("Probe", &format!("Probe {name}"))),
                ("index.md", &format!("---\nart: seite\nid: start\ntitel: Start\n---\n[Seite](seite.md)\n\n{links}")),
            ],
        );
        site
    })
}

#[test]
fn killed_builds_leave_whole_files_and_the_next_one_repairs() {
    let temp = temp();
    let sites = sites(temp.path());
    let wanted: [Tree; 2] = [0, 1].map(|n| {
        let out = temp.path().join(format!("fertig-{n}"));
        build(&sites[n], &out);
        tree(&out)
    });
    assert!(differences(&wanted[0], &wanted[1]).len() > 150);
    let out = temp.path().join("out");
    // How long writing takes, so that the kills fall into it.
    let began = Instant::now();
    build(&sites[0], &out);
    let whole = began.elapsed();

    let (mut chance, mut in_the_middle) = (Chance(20_261_123), 0);
    for round in 0..18 {
        let next = 1 - round % 2;
        let mut child = build_output(&sites[next], &out).stderr(Stdio::null()).spawn().unwrap();
        // Two of three kills wait for a step of the writing; the others come whenever they come.
        let (step, at_most) = match round % 3 {
            0 => (Some(if next == 0 { "nur-a" } else { "nur-b" }), 8_000),
            1 => (Some(".klartext/neu"), 50_000),
            _ => (None, u64::try_from(whole.as_micros()).unwrap()),
        };
        let began = Instant::now();
        while step.is_some_and(|step| !out.join(step).exists()) && began.elapsed() < 3 * whole {
            sleep(Duration::from_micros(100));
        }
        sleep(Duration::from_micros(chance.below(at_most)));
        child.kill().unwrap();
        child.wait().unwrap();

        let found = tree(&out);
        for (path, bytes) in &found {
            let whole = wanted.iter().any(|w| w.get(path) == Some(bytes));
            assert!(whole, "round {round}: {} is neither of the two", path.display());
        }
        in_the_middle += usize::from(!wanted.contains(&found));
        // Some kills hit what a kill left behind.
        if round % 3 == 2 {
            build(&sites[next], &out);
            assert_eq!(differences(&tree(&out), &wanted[next]), Vec::<PathBuf>::new(), "round {round}");
            let needed: std::collections::BTreeSet<PathBuf> =
                files(&out).iter().flat_map(|f| f.ancestors().skip(1).map(Path::to_path_buf)).collect();
            assert!(folders(&out).iter().all(|folder| needed.contains(folder)), "an empty folder is left");
            let own: Vec<_> = fs::read_dir(out.join(".klartext")).unwrap().map(|e| e.unwrap().file_name()).collect();
            assert_eq!(own.len(), 3, "besides lock, manifest.json and stand.json: {own:?}");
        }
    }
    println!("{in_the_middle} of 18 kills left a mixture of both sites");
}

/// A small generator of numbers (an LCG with Knuth's MMIX constants): the same kills in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn of_two_builds_at_once_one_says_that_the_other_is_at_work() {
    let temp = temp();
    let sites = sites(temp.path());
    let out = temp.path().join("out");
    let wanted: [Tree; 2] = [0, 1].map(|n| {
        build(&sites[n], &out);
        tree(&out)
    });
    let mut refused = 0;
    for _ in 0..4 {
        let both = [0, 1].map(|n| build_output(&sites[n], &out).stderr(Stdio::piped()).spawn().unwrap());
        let results = both.map(|child| child.wait_with_output().unwrap());
        for result in results.iter().filter(|r| r.status.code() != Some(0)) {
            assert_eq!(result.status.code(), Some(2), "{}", stderr(result));
            assert!(stderr(result).contains("Ein anderer Lauf von Klartext"), "{}", stderr(result));
            refused += 1;
        }
        assert!(results.iter().any(|r| r.status.code() == Some(0)));
        assert!(wanted.contains(&tree(&out)), "the two sites are mixed");
    }
    println!("{refused} of 8 builds were refused");
}

#[test]
fn a_folder_that_another_process_has_locked_is_busy() {
    let temp = temp();
    let out = temp.path();
    emit(&artifacts(&[("a.html", "A")]), out).unwrap();
    let lock = fs::File::open(out.join(".klartext/lock")).unwrap();
    lock.lock().unwrap();
    let error = emit(&artifacts(&[("a.html", "B")]), out).unwrap_err();
    assert!(matches!(error, EmitError::Busy(_)), "{error}");
    assert_eq!(fs::read_to_string(out.join("a.html")).unwrap(), "A");
    lock.unlock().unwrap();
    emit(&artifacts(&[("a.html", "B")]), out).unwrap();
    assert_eq!(fs::read_to_string(out.join("a.html")).unwrap(), "B");
}
