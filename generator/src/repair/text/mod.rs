//! Reading prose: pure functions from a text to the facts it states.
//!
//! Documents that leave out types, limits and bodies still tell them to people: in tables inside
//! descriptions, in "Must be one of: a, b", in "String - max 25 characters". These functions read
//! that, and nothing else: a text goes in, facts come out, each with the bytes it was read from.
//! They know no document, no parameter and no model; [`crate::repair`] connects what they find.
//!
//! | to read | use |
//! |---|---|
//! | field tables inside a description | [`table::tables`], and [`table::without`] for the prose around them |
//! | a field table that came to stand in a name | [`table::in_name`] |
//! | what a text says of the one value it describes | [`phrase::facts`] |
//! | the cell of a column that holds types | [`phrase::type_name`] |
//! | what prose says of other fields, by their names | [`mention::mentions`] |
//! | an example, as written | [`literal::literal`] |
//! | an example of a request, in JSON | [`sample::request`] |
//! | what a name suggests | [`name::suggested`] |
//!
//! Three rules hold for all of them:
//!
//! - **Silence over guessing.** A phrase that can be understood in two ways is not read. What is
//!   refused stands in the documentation of each function and in its tests.
//! - **No text is an error.** Whatever comes in, the functions return, in time linear in its length:
//!   no look-ahead is unbounded.
//! - **Ranges are bytes of the text as given**, on character boundaries, also where the text had to be
//!   decoded first (HTML entities, tags).

#![doc = include_str!("shapes.md")]

mod list;
pub mod literal;
pub mod mention;
pub mod name;
pub mod phrase;
mod plain;
mod reader;
pub mod sample;
pub mod table;
mod words;

#[cfg(test)]
mod tests;
