//! What the frame of a page depends on: its head, menu and foot are the same on many pages, and are rendered once for all that
//! have the same view here.

use super::base::PageBase;
use super::site::SiteView;
use serde::Serialize;

/// What the template of the frame gets as `page`; `site` is all else that it gets.
#[derive(Debug, Serialize, Hash)]
pub struct FrameView<'a> {
    /// Address of the page where the frame links to it, so that the link can say so.
    url: Option<&'a str>,
    /// Address of the menu item the page belongs to.
    menu_url: Option<&'a str>,
    /// `standard` or `easy`.
    register: &'static str,
}

impl FrameView<'_> {
    /// The frame of a page whose readers share `site`.
    pub(super) fn of<'a>(page: &'a PageBase, site: &SiteView) -> FrameView<'a> {
        let lists = site.menu.iter().chain(&site.footer).map(|link| &link.url);
        let linked = lists.chain(&site.sign_url).chain(&site.search_url).any(|url| *url == page.url);
        FrameView {
            url: Some(page.url.as_str()).filter(|_| linked),
            menu_url: page.menu_url.as_deref(),
            register: page.register,
        }
    }
}
