//! A Rust file in the making: items are formatted one by one, with a blank line between them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{EmitError, Settings};

pub(super) struct Source {
    path: String,
    text: String,
}

impl Source {
    /// A file that begins with the note that nobody should edit it, and with module docs.
    pub(super) fn new(path: impl Into<String>, settings: &Settings, docs: &[String]) -> Self {
        let mut text = format!(
            "// Written by `{}` from {}. Changes made here are lost.\n\n",
            settings.command, settings.document
        );
        for line in docs {
            let space = if line.is_empty() { "" } else { " " };
            text.push_str(&format!("//!{space}{line}\n"));
        }
        Self {
            path: path.into(),
            text,
        }
    }

    /// Adds a line as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Adds a blank line.
    pub(super) fn gap(&mut self) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Adds an item, with a blank line before it.
    pub(super) fn item(&mut self, tokens: TokenStream) -> Result<(), EmitError> {
        let text = self.format(tokens)?;
        self.gap();
        self.text.push_str(&text);
        Ok(())
    }

    /// Adds an `impl` block, with a blank line between its items.
    pub(super) fn implementation(
        &mut self,
        head: &TokenStream,
        items: Vec<TokenStream>,
    ) -> Result<(), EmitError> {
        let mut text = String::new();
        let count = items.len();
        for (number, item) in items.into_iter().enumerate() {
            let one = self.format(quote!(#head { #item }))?;
            let body = one.strip_suffix("}\n").unwrap_or(&one);
            // The head ends where the first item begins: one level in.
            let start = body.find("{\n").map_or(0, |at| at + 2);
            if number == 0 {
                text.push_str(body);
            } else {
                text.push_str(&body[start..]);
            }
            text.push_str(if number + 1 == count { "}\n" } else { "\n" });
        }
        if count > 0 {
            self.gap();
            self.text.push_str(&text);
        }
        Ok(())
    }

    /// Where it stands in the crate.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    fn format(&self, tokens: TokenStream) -> Result<String, EmitError> {
        let shown = tokens.clone();
        let file = syn::parse2(tokens).map_err(|error| EmitError {
            what: self.path.clone(),
            message: format!("{error} in `{shown}`"),
        })?;
        Ok(prettyplease::unparse(&file))
    }
}
