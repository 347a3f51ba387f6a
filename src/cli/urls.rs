//! `klartext urls accept`: the one command that writes into the site folder's ledger of addresses.

use super::args::{SiteArgs, options};
use super::check::{Format, show};
use super::{CLEAN, FINDINGS};
use crate::pipeline::{Memo, run as run_pipeline};
use crate::site::write_ledger;
use std::fs;

/// Führt die Liste der veröffentlichten Adressen
#[derive(clap::Args)]
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
    let options = options(site, None, false)?;
    let outcome = run_pipeline(&options, &mut Memo::default()).map_err(|e| e.to_string())?;
    if outcome.has_errors() {
        show(&outcome, &options.site, Format::Text, false);
        anstream::eprintln!("Die Liste ist nicht geschrieben: Erst müssen die Fehler weg.");
        return Ok(FINDINGS);
    }
    let file = options.site.join("adressen.txt");
    let beside = options.site.join(".adressen.neu");
    let text = write_ledger(&outcome.site);
    fs::write(&beside, text)
        .and_then(|()| fs::rename(&beside, &file))
        .map_err(|e| format!("„{}“ lässt sich nicht schreiben: {e}", file.display()))?;
    anstream::println!("{}", file.display());
    Ok(CLEAN)
}
