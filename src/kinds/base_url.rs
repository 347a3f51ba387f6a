//! The public address of a site: in `site.yaml`, and after `--base-url`.

/// An address that pages can be put below: scheme and host in small letters, `/` at its end. `None` for what is none: without
/// a host, with a name and password, a port that there is not, a query, or ways up and doubled slashes in its path.
pub fn base_url(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (name, port) = host.split_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    let of_name = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    let is_name = name.starts_with(char::is_alphanumeric) && name.chars().all(of_name) && !name.contains("..");
    let is_port = port.is_none_or(|p| !p.starts_with(['0', '+']) && p.parse::<u16>().is_ok());
    let path = path.strip_suffix('/').unwrap_or(path);
    let of_path = |part: &str| !part.is_empty() && part != "." && part != "..";
    let is_path = path.is_empty() && !rest.ends_with("//") || path.split('/').all(of_path);
    let signs = |c: char| c.is_whitespace() || c.is_control() || "\"<>?#\\".contains(c);
    if !["http", "https"].contains(&&*scheme) || !is_name || !is_port || !is_path || path.contains(signs) {
        return None;
    }
    let slash = if path.is_empty() { "" } else { "/" };
    Some(format!("{scheme}://{}/{path}{slash}", host.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::base_url;

    #[test]
    fn an_address_has_a_host_and_a_plain_path() {
        for (text, is) in [
            ("https://www.beispiel.de", "https://www.beispiel.de/"),
            ("HTTPS://A.DE/", "https://a.de/"),
            ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
            ("https://a.de/teilhabe/MKK", "https://a.de/teilhabe/MKK/"),
        ] {
            assert_eq!(base_url(text).as_deref(), Some(is));
        }
        for text in [
            "",
            "a.de",
            "ftp://a.de/",
            "https://",
            "https:///",
            "https://user:pw@a.de/",
            "https://a.de//",
            "https://a.de/../",
            "https://a.de:99999/",
            "https://a.de:/",
            "https://a.de/?x",
            "https://a.de/ b/",
        ] {
            assert_eq!(base_url(text), None, "{text}");
        }
    }
}
