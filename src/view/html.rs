//! HTML in a view. Takes what `crate::html` wrote, gives values that Tera prints as they are; all other texts of a view it
//! escapes.

use crate::german::soft_hyphens;
use crate::html::escape;
use serde::{Serialize, Serializer};
use tera::Value;

/// A piece of HTML. Whatever an editor wrote is escaped in it already.
#[derive(Debug, Clone, Default, Hash)]
pub struct Html(String);

impl Html {
    /// A title in everyday language, with soft hyphens.
    pub(super) fn title(text: &str) -> Html {
        Html(escape(&soft_hyphens(text)))
    }

    /// Whether nothing is written.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Html {
    fn from(html: String) -> Html {
        Html(html)
    }
}

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.0).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::{Context, Tera};

    #[test]
    fn is_printed_as_it_is_and_text_is_not() {
        let text = "<b>a</b>".to_owned();
        let mut context = Context::new();
        context.insert("text", &text);
        context.insert("all", &[Html::from(text)]);
        let template = "{{ text }} {{ all[0] }} {{ all[0] | safe }} {% for it in all %}{{ it }}{% endfor %}";
        let page = Tera::new().render_str(template, &context, true).unwrap();
        assert_eq!(page, "&lt;b&gt;a&lt;/b&gt; <b>a</b> <b>a</b> <b>a</b>");
    }
}
