//! The command line: one file for each command. Names are English, all words German. Exit codes: 0 clean, 1 findings of
//! level error, 2 wrong use or trouble with files.

mod args;
mod build;
mod check;
mod due;
mod explain;
mod fix;
mod folders;
mod guard;
mod init;
mod lint;
mod loose;
mod new;
mod protect;
mod protect_head;
mod protect_table;
mod readability;
mod replace;
mod say;
mod schema;
mod serve;
mod today;
mod twin;
mod urls;

use clap::{ColorChoice, Parser, Subcommand};
use std::process::ExitCode;

/// Everything in order.
pub const CLEAN: u8 = 0;
/// Findings of level error.
pub const FINDINGS: u8 = 1;
/// Wrong use, or files that cannot be read or written.
pub const TROUBLE: u8 = 2;

#[derive(Parser)]
#[command(
    name = "klartext",
    version,
    about = "Klartext macht aus Markdown-Dateien die öffentliche Website regionaler Gremien.",
    subcommand_help_heading = "Befehle",
    subcommand_value_name = "BEFEHL",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    color = ColorChoice::Auto,
    after_help = "Hilfe zu einem Befehl: klartext BEFEHL --help"
)]
struct Cli {
    /// Zeigt diese Hilfe
    #[arg(short, long, action = clap::ArgAction::Help, global = true, help_heading = "Optionen")]
    help: Option<bool>,
    /// Zeigt die Version
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help_heading = "Optionen")]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Build(build::Args),
    Check(check::Args),
    Serve(serve::Args),
    Init(init::Args),
    New(new::Args),
    Explain(explain::Args),
    Lint(lint::Args),
    Fix(fix::Args),
    Readability(readability::Args),
    Schema(schema::Args),
    Urls(urls::Args),
    Due(due::Args),
    Twin(twin::Args),
    Protect(protect::Args),
}

/// Runs the command that the process was called with.
pub fn main() -> ExitCode {
    let mut words: Vec<_> = std::env::args_os().collect();
    // People ask for help in more than one way.
    if words.get(1).is_some_and(|word| word == "help" || word == "hilfe") {
        words.remove(1);
        words.push("--help".into());
    }
    let cli = match Cli::try_parse_from(words) {
        Ok(cli) => cli,
        Err(error) => return args::usage_error(&error),
    };
    let result = match cli.command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Init(args) => init::run(&args),
        Command::New(args) => new::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Lint(args) => lint::run(&args),
        Command::Fix(args) => fix::run(&args),
        Command::Readability(args) => readability::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Urls(args) => urls::run(&args),
        Command::Due(args) => due::run(&args),
        Command::Twin(args) => twin::run(&args),
        Command::Protect(args) => protect::run(&args),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(message) => {
            say::note(&format!("Fehler: {message}"));
            ExitCode::from(TROUBLE)
        }
    }
}
