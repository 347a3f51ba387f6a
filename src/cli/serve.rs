//! `klartext serve`.

use super::CLEAN;
use super::args::{LookArgs, SiteArgs, look, options};
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
    /// Nummer des Anschlusses (Port; sonst 8000, bei 0 irgendein freier)
    #[arg(long, value_name = "NUMMER", default_value_t = 8000, hide_default_value = true, help_heading = "Optionen")]
    port: u16,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<u8, String> {
    let options = options(&args.site, Some(&args.look))?;
    if !options.site.is_dir() {
        // Said as everywhere else; once it runs, the folder is only ever changed.
        look(&options)?;
    }
    serve::run(options, args.port)?;
    Ok(CLEAN)
}
