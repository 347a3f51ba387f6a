//! `klartext urls accept`: the one command that writes into the site folder's ledger of addresses.

use super::args::{SiteArgs, options, pipeline};
use super::check::{Format, show};
use super::replace::replace;
use super::{CLEAN, FINDINGS, say};
use crate::site::write_ledger;
use crate::source::refusal;

/// Führt die Liste der veröffentlichten Adressen
#[derive(clap::Args)]
#[command(subcommand_help_heading = "Befehle", subcommand_value_name = "BEFEHL", disable_help_subcommand = true)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// Schreibt alle heutigen Adressen in adressen.txt
    Accept(SiteArgs),
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let Action::Accept(site) = &args.action;
    let options = options(site, None)?;
    let outcome = pipeline(&options)?;
    if outcome.has_errors() {
        show(&outcome, &options.site, Format::Text, false)?;
        say::note("Die Liste ist nicht geschrieben: Erst müssen die Fehler weg.");
        return Ok(FINDINGS);
    }
    let file = options.site.join("adressen.txt");
    replace(&file, write_ledger(&outcome.site).as_bytes())
        .map_err(|e| format!("„{}“ lässt sich nicht schreiben: {}", file.display(), refusal(&e)))?;
    say::out(&format!("{}\n", file.display()))?;
    Ok(CLEAN)
}
