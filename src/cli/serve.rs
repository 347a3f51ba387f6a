//! `klartext serve`.

use super::CLEAN;
use super::args::{LookArgs, SiteArgs, options};
use crate::serve;

/// Zeigt die Website auf diesem Rechner und lädt sie bei jeder Änderung neu
///
/// Entwürfe und künftige Seiten sind hier schon zu sehen, mit einer Marke. Meldungen stehen unten auf der Seite.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    look: LookArgs,
    /// Nummer des Anschlusses
    #[arg(long, value_name = "NUMMER", default_value_t = 8000, hide_default_value = true, help_heading = "Optionen")]
    port: u16,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let mut options = options(&args.site, Some(&args.look), true)?;
    // The preview stands at the root of its own address, whatever the public one is.
    options.base_url = Some(format!("http://127.0.0.1:{}/", args.port));
    serve::run(options, args.port)?;
    Ok(CLEAN)
}
