//! System: the entrance. It stands once, above all regions.

use super::object::{Kind, Known, Object};
use crate::outputs::address::whole;
use crate::site::Site;
use std::sync::Arc;

/// Path of the entrance.
pub const PATH: &str = "oparl/system.json";
/// Path of the list of bodies.
pub const BODIES: &str = "oparl/list/body.json";

/// The System object.
pub fn object(site: &Site, known: Known) -> Object {
    let settings = &site.settings;
    let origin: Arc<str> = Arc::clone(&settings.file);
    let mut out = Object::new(site, Kind::System, PATH.to_owned(), known, &origin);
    out.set("oparlVersion", "https://schema.oparl.org/1.1/");
    out.set("name", settings.title.as_str());
    out.set("body", whole(site, BODIES));
    out.set("website", settings.base_url.as_str());
    let operator = settings.operator.as_ref().and_then(|o| settings.partner(o));
    out.set_some("contactName", operator.map(|p| p.name.as_str()));
    out
}
