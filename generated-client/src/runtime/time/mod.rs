//! Instants and days.

mod date;
mod parse;
mod timestamp;

pub use date::Date;
pub use parse::ParseTimeError;
pub use timestamp::Timestamp;
