//! How an operation writes a form, value by value.

use super::{
    Body, ListStyle, RequestWriter, Upload,
    encode::{self, DataWriter},
    multipart::Multipart,
};
use serde::Serialize;
use std::fmt::{Display, Write as _};

/// The values of a form so far.
#[derive(Default)]
pub(super) struct Form {
    /// As `a=1&b=2`.
    text: String,
    /// As parts, where it has those.
    parts: Option<Multipart>,
}

impl Form {
    fn parts(&mut self) -> &mut Multipart {
        self.parts.get_or_insert_with(Multipart::new)
    }

    pub(super) fn value(&mut self, name: &str, value: impl Display) {
        if let Some(parts) = &mut self.parts {
            return parts.text(name, value);
        }
        // A `String` takes everything.
        let _ = write!(DataWriter(self.begin(name)), "{value}");
    }

    fn begin(&mut self, name: &str) -> &mut String {
        if !self.text.is_empty() {
            self.text.push('&');
        }
        encode::data(name, &mut self.text);
        self.text.push('=');
        &mut self.text
    }

    /// The body; none where there are no values at all.
    #[inline(never)]
    pub(super) fn into_body(self) -> Option<Body> {
        match self.parts {
            Some(parts) => parts.into_body(),
            None if self.text.is_empty() => None,
            None => Some(Body::new("application/x-www-form-urlencoded", self.text)),
        }
    }
}

/// Forms are `application/x-www-form-urlencoded`, unless [`multipart`](Self::multipart) says
/// otherwise before their first value.
impl RequestWriter {
    /// Sends the values of the form as parts (`multipart/form-data`).
    pub fn multipart(&mut self) {
        self.form.get_or_insert_default().parts();
    }

    /// A value of the form.
    pub fn form_value<T: Display>(&mut self, name: &str, value: Option<T>) {
        if let Some(value) = value
            && !self.is_replaced(|options| options.replaces_form(name))
        {
            self.form.get_or_insert_default().value(name, value);
        }
    }

    /// Several values of the form; none writes nothing.
    pub fn form_list<T: Display>(&mut self, name: &str, values: &[T], style: ListStyle) {
        if style == ListStyle::Multi {
            for value in values {
                self.form_value(name, Some(value));
            }
        } else if !values.is_empty() && !self.is_replaced(|options| options.replaces_form(name)) {
            let form = self.form.get_or_insert_default();
            if let Some(parts) = &mut form.parts {
                parts.text(name, style.join_plain(values));
            } else {
                let joined = style.join_encoded(values);
                form.begin(name).push_str(&joined);
            }
        }
    }

    /// A file of a form of several parts.
    pub fn file(&mut self, name: &str, upload: Option<&Upload>) {
        if let Some(upload) = upload
            && !self.is_replaced(|options| options.replaces_form(name))
        {
            let form = self.form.get_or_insert_default();
            form.parts().file(name, upload);
        }
    }

    /// A value of a form of several parts that is JSON.
    pub fn json_part<T: Serialize + ?Sized>(&mut self, name: &str, value: Option<&T>) {
        if let Some(value) = value
            && !self.is_replaced(|options| options.replaces_form(name))
        {
            match Body::from_json(value) {
                Ok(body) => {
                    let form = self.form.get_or_insert_default();
                    form.parts().value(name, &body);
                }
                Err(error) => self.remember(error),
            }
        }
    }
}
