//! Takes the site folder, gives what its Git repository knows: which file changed on which day, with the first line of
//! the commit. One call of the `git` program for all files, and none where no repository is near. It never fails and
//! never writes, asks the network or runs what a repository's settings name; what is missing becomes a [`HistoryNote`].

use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::process::{Command, Stdio};

/// One change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Day on which the author made it.
    pub date: NaiveDate,
    /// What changed, in one line. Empty for commits that also changed files outside the site: their words are for
    /// developers.
    pub text: String,
    /// Whether the file is new with it.
    pub added: bool,
}

/// Why the history is not whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryNote {
    /// There is a repository, but no `git` program.
    NoGit,
    /// The folder is in no Git repository.
    NotARepository,
    /// The repository was fetched without its older commits.
    Shallow,
    /// Git did not answer, for example because the repository belongs to another user (`safe.directory`).
    Refused,
}

/// What is known of the past of each file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Changes by the path that the file has today below the site folder, newest first.
    pub changes: BTreeMap<String, Vec<Change>>,
    /// Why something is missing, if so.
    pub note: Option<HistoryNote>,
}

impl History {
    fn none(note: HistoryNote) -> History {
        History { changes: BTreeMap::new(), note: Some(note) }
    }

    fn add(&mut self, head: Option<(NaiveDate, &str)>, files: &mut Vec<(&str, bool)>, is_mixed: bool) {
        for (path, added) in files.drain(..) {
            let Some((date, text)) = head else { continue };
            let text = if is_mixed { String::new() } else { text.to_owned() };
            self.changes.entry(path.to_owned()).or_default().push(Change { date, text, added });
        }
    }
}

/// Begins the line of a commit; no path or status does.
const MARK: char = '\u{1}';
const FIELD: char = '\u{2}';

/// Reads the history of the folder `root` with the program `git`.
pub(super) fn history(root: &Path, git: &str) -> History {
    // Looking is cheaper than a failed process, and a folder without a repository is common.
    let real = root.canonicalize().unwrap_or_default();
    let Some(top) = real.ancestors().find(|folder| folder.join(".git").exists()) else {
        return History::none(HistoryNote::NotARepository);
    };
    let below = real.strip_prefix(top).unwrap_or(Path::new(""));
    let prefix: String = below.components().map(|c| format!("{}/", c.as_os_str().to_string_lossy())).collect();
    let mut command = Command::new(git);
    command.arg("-C").arg(root);
    for setting in ["log.showSignature=false", "core.fsmonitor=false", "core.quotePath=false"] {
        command.args(["-c", setting]);
    }
    command.args(["--no-pager", "log", "--no-merges", "-M", "--name-status", "--no-relative", "-z", "--no-color"]);
    command.args(["--full-diff", "--encoding=UTF-8", "--format=format:%x01%as%x02%D%x02%s", "--", "."]);
    // Within a hook these point to another repository than the folder's own.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    // A partial clone would fetch what it lacks; a build asks no network.
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "none").env("GIT_TERMINAL_PROMPT", "0");
    command.env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C").stdin(Stdio::null());
    let Ok(output) = command.output() else { return History::none(HistoryNote::NoGit) };
    if output.status.success() {
        return parse(&String::from_utf8_lossy(&output.stdout), &prefix);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("does not have any commits yet") {
        History::default()
    } else if said.contains("not a git repository") {
        History::none(HistoryNote::NotARepository)
    } else {
        History::none(HistoryNote::Refused)
    }
}

/// Reads the log, newest commit first. A file is followed back through its renames; paths are cut by `prefix`, the site
/// folder within the repository.
fn parse(log: &str, prefix: &str) -> History {
    let mut history = History::default();
    // From a path at the point of the log that is being read to the path of today.
    let mut today: HashMap<&str, &str> = HashMap::new();
    let mut head = None;
    let mut files: Vec<(&str, bool)> = Vec::new();
    let mut is_mixed = false;
    let mut fields = log.split('\0');
    while let Some(field) = fields.next() {
        let status = match field.strip_prefix(MARK) {
            None => field,
            Some(next) => {
                history.add(head.take(), &mut files, is_mixed);
                is_mixed = false;
                let (next, status) = next.rsplit_once('\n').unwrap_or((next, ""));
                head = commit(next, &mut history.note);
                status
            }
        };
        let Some(letter) = status.chars().next() else { continue };
        let Some(old) = fields.next() else { break };
        let new = if matches!(letter, 'R' | 'C') { fields.next().unwrap_or(old) } else { old };
        let Some(path) = new.strip_prefix(prefix) else {
            is_mixed = true;
            continue;
        };
        let path = today.get(path).copied().unwrap_or(path);
        if let Some(old) = old.strip_prefix(prefix).filter(|_| letter == 'R') {
            today.insert(old, path);
        }
        if letter != 'D' {
            files.push((path, letter == 'A'));
        }
    }
    history.add(head, &mut files, is_mixed);
    for list in history.changes.values_mut() {
        // Author days need not follow the order of commits; equal days keep it.
        list.sort_by_key(|c| Reverse(c.date));
    }
    history
}

/// Day and first line of a commit; none for the edge of a shallow repository, where all files look new.
fn commit<'a>(head: &'a str, note: &mut Option<HistoryNote>) -> Option<(NaiveDate, &'a str)> {
    let mut parts = head.splitn(3, FIELD);
    let (date, names, text) = (parts.next()?, parts.next()?, parts.next()?);
    if names.split(", ").any(|name| name == "grafted") {
        *note = Some(HistoryNote::Shallow);
        return None;
    }
    Some((date.parse().ok()?, text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::PathBuf;
    use std::time::{Duration, Instant};
    use tempfile::TempDir;

    struct Repository(TempDir);

    impl Repository {
        fn new() -> Repository {
            let it = Repository(tempfile::tempdir().unwrap());
            it.git(&["init", "-q", "-b", "main"]);
            fs::create_dir(it.site()).unwrap();
            it
        }

        fn site(&self) -> PathBuf {
            self.0.path().join("content")
        }

        fn git(&self, args: &[&str]) {
            let mut git = Command::new("git");
            git.arg("-C").arg(self.0.path()).args(["-c", "user.name=A", "-c", "user.email=a@example.org"]).args(args);
            for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
                git.env_remove(name);
            }
            let output = git.output().unwrap();
            assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        }

        fn write(&self, path: &str, text: &str) {
            fs::create_dir_all(self.site().join(path).parent().unwrap()).unwrap();
            fs::write(self.site().join(path), text).unwrap();
        }

        fn commit(&self, day: &str, subject: &str) {
            self.git(&["add", "-A"]);
            let date = format!("--date={day}T12:00:00");
            self.git(&["commit", "-q", "--allow-empty-message", "--no-verify", &date, "-m", subject]);
        }

        fn read(&self) -> History {
            history(&self.site(), "git")
        }
    }

    /// Day and text of each change of a path.
    fn of<'a>(history: &'a History, path: &str) -> Vec<(String, &'a str)> {
        let list = history.changes.get(path).map(Vec::as_slice).unwrap_or_default();
        list.iter().map(|c| (c.date.to_string(), c.text.as_str())).collect()
    }

    fn pair(day: &str, text: &'static str) -> (String, &'static str) {
        (day.to_owned(), text)
    }

    #[test]
    fn a_file_is_followed_back_through_its_renames() {
        let it = Repository::new();
        it.write("Übersicht \"alt\".md", "eins\nzwei\ndrei\n");
        it.commit("2026-01-01", "Erste \u{2} \"Fassung\"\n\nMehr dazu.");
        it.git(&["mv", "content/Übersicht \"alt\".md", "content/b.md"]);
        it.commit("2026-01-02", "");
        fs::create_dir(it.site().join("x")).unwrap();
        it.git(&["mv", "content/b.md", "content/x/c d.md"]);
        it.commit("2026-01-03", "Noch einmal umgezogen");
        fs::write(it.0.path().join("outside.md"), "nicht Teil der Website").unwrap();
        it.commit("2026-01-04", "Daneben");
        it.write("x/c d.md", "neu");
        fs::write(it.0.path().join("outside.md"), "geändert").unwrap();
        it.commit("2026-01-05", "Code and content");
        let history = it.read();
        assert_eq!(history.note, None);
        assert_eq!(history.changes.keys().collect::<Vec<_>>(), ["x/c d.md"]);
        let wanted = [
            pair("2026-01-05", ""),
            pair("2026-01-03", "Noch einmal umgezogen"),
            pair("2026-01-02", ""),
            pair("2026-01-01", "Erste \u{2} \"Fassung\""),
        ];
        assert_eq!(of(&history, "x/c d.md"), wanted);
        let added: Vec<bool> = history.changes["x/c d.md"].iter().map(|c| c.added).collect();
        assert_eq!(added, [false, false, false, true]);
    }

    #[test]
    fn newest_is_first_even_when_commits_were_written_later() {
        let it = Repository::new();
        it.write("a.md", "1");
        it.commit("2026-03-01", "neu");
        it.write("a.md", "2");
        it.commit("2026-02-01", "nachgetragen");
        assert_eq!(of(&it.read(), "a.md"), [pair("2026-03-01", "neu"), pair("2026-02-01", "nachgetragen")]);
    }

    #[test]
    fn the_edge_of_a_shallow_repository_is_no_change() {
        let it = Repository::new();
        it.write("a.md", "1");
        it.write("b.md", "1");
        it.commit("2026-01-01", "alt");
        it.write("a.md", "2");
        it.commit("2026-01-02", "mittel");
        it.write("a.md", "3");
        it.commit("2026-01-03", "neu");
        let copy = tempfile::tempdir().unwrap();
        let from = format!("file://{}", it.0.path().display());
        it.git(&["clone", "-q", "--depth", "2", &from, copy.path().join("c").to_str().unwrap()]);
        let history = history(&copy.path().join("c/content"), "git");
        assert_eq!(history.note, Some(HistoryNote::Shallow));
        assert_eq!(of(&history, "a.md"), [pair("2026-01-03", "neu")]);
        assert_eq!(of(&history, "b.md"), []);
    }

    #[test]
    fn without_repository_program_or_answer_there_is_a_note() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(history(folder.path(), "git").note, Some(HistoryNote::NotARepository));
        let it = Repository::new();
        assert_eq!(it.read(), History::default());
        it.write("a.md", "1");
        it.commit("2026-01-01", "eins");
        assert_eq!(history(&it.site(), "gibt-es-nicht-git").note, Some(HistoryNote::NoGit));
        fs::write(it.0.path().join(".git/config"), "[kaputt\n").unwrap();
        assert_eq!(it.read(), History::none(HistoryNote::Refused));
        fs::remove_dir_all(it.0.path().join(".git")).unwrap();
        fs::create_dir(it.0.path().join(".git")).unwrap();
        assert_eq!(it.read(), History::none(HistoryNote::NotARepository));
    }

    #[test]
    fn a_long_history_is_read_quickly() {
        use std::io::Write;
        // Written by fast-import: making them one by one would take long.
        let it = Repository::new();
        let mut stream = String::new();
        for n in 0..1_000 {
            let day = 1_600_000_000 + n * 3_600;
            stream += &format!("commit refs/heads/main\ncommitter A <a@example.org> {day} +0000\ndata 8\nNo. {n:04}\n");
            stream += &format!("M 100644 inline content/sitzungen/{}.md\ndata 5\n{n:05}\n", n % 40);
        }
        let mut import = Command::new("git");
        import.arg("-C").arg(it.0.path()).args(["fast-import", "--quiet"]).stdin(Stdio::piped());
        let mut child = import.spawn().unwrap();
        child.stdin.take().unwrap().write_all(stream.as_bytes()).unwrap();
        assert!(child.wait().unwrap().success());
        let start = Instant::now();
        let history = it.read();
        // Ten times what it takes, so that a busy machine does not fail.
        assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
        assert_eq!(history.changes.len(), 40);
        assert!(history.changes.values().all(|list| list.len() == 25));
    }
}
