//! Instants and days.

#[cfg(feature = "chrono")]
mod chrono;
mod date;
#[cfg(feature = "jiff")]
mod jiff;
mod parse;
mod timestamp;

pub use date::Date;
pub use parse::ParseTimeError;
pub use timestamp::Timestamp;
